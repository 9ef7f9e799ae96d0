// The elements of the language. Source: templates/README.md, sections 1, 4 and 5.
#include "tmpl/content.hpp"

#include <algorithm>
#include <array>

namespace vanban::tmpl {

namespace {

constexpr ContentSet kParent = 0;

constexpr std::array kElements{
    ElementSpec{"mau", kParent, "ten! loai nhan"},
    ElementSpec{"mo-ta", kParent, ""},
    ElementSpec{"truong", kParent, "ten! kieu! bat-buoc mac-dinh nhan tro-giup vi-du gia-tri viet-gon nhu phieu"},
    ElementSpec{"nhom-truong", kParent, "ten!"},
    ElementSpec{"than", kParent, ""},
    ElementSpec{"lap", kEverywhere, "bien! trong!"},
    ElementSpec{"khong-co", kParent, ""},
    ElementSpec{"neu", kEverywhere, "dieu-kien!"},
    ElementSpec{"chon", kEverywhere, ""},
    ElementSpec{"khi", kParent, "dieu-kien!"},
    ElementSpec{"khac", kParent, ""},
    ElementSpec{"dat", kEverywhere, "bien! gia-tri!"},
    ElementSpec{"khoi", kBlocks, "ten!"},
    ElementSpec{"dung", kEverywhere, "mau!"},
    ElementSpec{"vao", kParent, "khe!"},
    ElementSpec{"khe", kEverywhere, "ten!"},
    ElementSpec{"kiem-tra", kEverywhere, "dieu-kien! muc tai"},
    ElementSpec{"dam", only(Content::Inline), ""},
    ElementSpec{"nghieng", only(Content::Inline), ""},
    ElementSpec{"xuong-dong", Content::Inline | Content::Plain, ""},
    ElementSpec{"thuoc-tinh", kBlocks, "tieu-de chu-de tac-gia ngay co-chu"},
    ElementSpec{"vung", only(Content::Body), "huong danh-so dau-het"},
    ElementSpec{"dau-van-ban", kBlocks, "do-mat do-khan luu-hanh ky-so"},
    ElementSpec{"chu-quan", only(Content::DauVanBan), ""},
    ElementSpec{"ban-hanh", Content::DauVanBan | Content::BanSao, ""},
    ElementSpec{"so-ky-hieu", only(Content::DauVanBan), "so ky-hieu!"},
    ElementSpec{"dia-danh", only(Content::DauVanBan), "ten! ngay"},
    ElementSpec{"ve-viec", only(Content::DauVanBan), ""},
    ElementSpec{"dia-chi", only(Content::DauVanBan), ""},
    ElementSpec{"ten-loai", kBlocks, "loai!"},
    ElementSpec{"trich-yeu", kBlocks, ""},
    ElementSpec{"tham-quyen", kBlocks, ""},
    ElementSpec{"can-cu", kBlocks, ""},
    ElementSpec{"loi-ban-hanh", kBlocks, ""},
    ElementSpec{"doan", kBlocks, ""},
    ElementSpec{"kinh-gui", kBlocks, "nhan"},
    ElementSpec{"noi", Content::KinhGui | Content::NoiNhan, ""},
    ElementSpec{"de-muc", kBlocks, "cap! tieu-de"},
    ElementSpec{"noi-dung", kBlocks, "gia-tri"},
    ElementSpec{"bang", kBlocks, "nguon bien! ten don-vi so-cot danh-so"},
    ElementSpec{"cot", Content::Bang | Content::Cot, "tieu-de! kieu rong gop ten cong-thuc tong so-le phan-tram am"},
    ElementSpec{"nhom-cot", Content::Bang | Content::Cot, "tieu-de!"},
    ElementSpec{"ghi-chu", only(Content::Bang), ""},
    ElementSpec{"than-bang", kParent, ""},
    ElementSpec{"hang", only(Content::ThanBang), "nguon!"},
    ElementSpec{"hang-nhom", only(Content::ThanBang), "cap! nhan! ten cong"},
    ElementSpec{"hang-tong", only(Content::ThanBang), "nhan! cong"},
    ElementSpec{"o", only(Content::Hang), "cot!"},
    ElementSpec{"chu-ky", kBlocks, ""},
    ElementSpec{"ket-thuc", kBlocks, ""},
    ElementSpec{"noi-nhan", only(Content::KetThuc), "nguoi-soan so-ban"},
    ElementSpec{"nguoi-ky", Content::KetThuc | Content::ChuKy,
                "quyen-han tap-the cap-truong truong-don-vi chuc-vu chuc-vu-co-quan ho-ten ben dia-danh ngay ghi-chu "
                "chu-ky chu-ky-rong con-dau con-dau-rong"},
    ElementSpec{"dau-phu-luc", kBlocks, "loai! so ky-hieu! ngay cua! ky-so thu-tu"},
    ElementSpec{"tieu-de", Content::DauPhuLuc | Content::Bang, ""},
    ElementSpec{"kem-theo", kBlocks, "loai! so ky-hieu! ngay cua!"},
    ElementSpec{"dau-ban-sao", kBlocks, "hinh-thuc! so ky-hieu! dia-danh! ngay"},
};

}  // namespace

const ElementSpec* find_element(std::string_view name) {
    const auto found = std::ranges::find(kElements, name, &ElementSpec::name);
    return found == kElements.end() ? nullptr : &*found;
}

std::vector<std::string> elements_in(Content content) {
    std::vector<std::string> names;
    for (const ElementSpec& element : kElements) {
        if (contains(element.content, content)) names.emplace_back(element.name);
    }
    return names;
}

std::vector<AttributeSpec> attributes_of(const ElementSpec& element) {
    std::vector<AttributeSpec> result;
    std::string_view rest = element.attributes;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        std::string_view word = rest.substr(0, end);
        const bool required = word.ends_with('!');
        if (required) word.remove_suffix(1);
        result.push_back({std::string(word), required});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
}

}  // namespace vanban::tmpl
