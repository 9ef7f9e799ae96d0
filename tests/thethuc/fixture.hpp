// What the tests of thethuc share: the profile as it is shipped, small documents, and a look into the styled result.
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "font/family.hpp"
#include "thethuc/apply.hpp"
#include "thethuc/builder.hpp"
#include "thethuc/profile.hpp"

namespace vanban::thethuc {

inline std::string shipped_profile_text() {
    std::ifstream file(VANBAN_SOURCE_DIR "/templates/the-thuc/nd30-2020.xml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline const Profile& shipped_profile() {
    static const Profile profile = [] {
        Sources sources;
        Diagnostics out;
        const SourceId id = sources.add({"nd30-2020.xml", shipped_profile_text()});
        auto read = read_profile(*sources.get(id), id, Limits{}, out);
        BOOST_REQUIRE_MESSAGE(read, print_human(out, sources, {}));
        return *read;
    }();
    return profile;
}

inline model::Inline text(std::string value) {
    return {{std::move(value), model::Emphasis::None}};
}
inline model::Block block(model::Block::Variant content) {
    return {std::move(content), {}};
}

inline model::DauVanBan so_y_te() {
    model::DauVanBan dau;
    dau.chu_quan = {"UBND tỉnh Đồng Tháp"};
    dau.ban_hanh = {"Sở Y tế"};
    dau.so_ky_hieu = model::SoKyHieu{19, "KH-SYT"};
    dau.dia_danh_thoi_gian = model::DiaDanhThoiGian{"Đồng Tháp", {2023, 5, 4}};
    return dau;
}

inline model::NguoiKy giam_doc() {
    model::NguoiKy signer;
    signer.chuc_vu = "Giám đốc";
    signer.ho_ten = "Nguyễn Văn An";
    return signer;
}

/// A small complete plan: letterhead, title, `body`, foot.
inline model::Document plan(std::vector<model::Block> body, model::NguoiKy signer = giam_doc(),
                            model::DauVanBan dau = so_y_te()) {
    model::KetThuc foot;
    foot.nguoi_ky = {std::move(signer)};
    foot.noi_nhan = {text("Sở KH&CN (b/c)"), text("Lưu: VT, VP")};
    model::Vung vung;
    vung.blocks = {block(std::move(dau)), block(model::TenLoai{"ke-hoach"}),
                   block(model::TrichYeu{text("Duy trì Hệ thống quản lý chất lượng năm 2023")})};
    for (model::Block& b : body) vung.blocks.push_back(std::move(b));
    vung.blocks.push_back(block(std::move(foot)));
    model::Document document;
    document.vung = {std::move(vung)};
    return document;
}

struct Applied {
    std::optional<styled::Document> document;
    Diagnostics out;
};

inline Applied run_apply(const model::Document& document) {
    World world;
    world.fonts = &font::times_new_roman();
    Applied result;
    result.document = apply(document, shipped_profile(), world, result.out);
    return result;
}

inline std::string text_of(const styled::Paragraph& paragraph) {
    std::string result;
    for (const styled::Run& run : paragraph.runs) {
        if (const auto* t = std::get_if<styled::Text>(&run)) result += t->text;
        if (std::holds_alternative<styled::LineBreak>(run)) result += '\n';
    }
    return result;
}

/// Calls `see` for every paragraph, tables included, in order.
template <class Function>
void for_each_paragraph(const styled::Document& document, Function see) {
    for (const styled::Section& section : document.sections)
        for (const styled::Block& b : section.blocks) {
            if (const auto* paragraph = std::get_if<styled::Paragraph>(&b)) see(*paragraph);
            if (const auto* table = std::get_if<styled::Table>(&b))
                for (const styled::Row& row : table->rows)
                    for (const styled::Cell& cell : row.cells)
                        for (const styled::Paragraph& paragraph : cell.paragraphs) see(paragraph);
        }
}

/// Texts of all paragraphs in the style of `component`.
inline std::vector<std::string> texts(const styled::Document& document, Component component) {
    std::vector<std::string> result;
    for_each_paragraph(document, [&](const styled::Paragraph& paragraph) {
        if (paragraph.style.index == static_cast<std::size_t>(component)) result.push_back(text_of(paragraph));
    });
    return result;
}

/// The rules that are drawn in the document.
inline std::vector<styled::Rule> rules(const styled::Document& document) {
    std::vector<styled::Rule> result;
    for_each_paragraph(document, [&](const styled::Paragraph& paragraph) {
        for (const styled::Run& run : paragraph.runs)
            if (const auto* rule = std::get_if<styled::Rule>(&run)) result.push_back(*rule);
    });
    return result;
}

inline bool has_code(const Diagnostics& out, Code code) {
    for (const Diagnostic& finding : out)
        if (finding.code == code) return true;
    return false;
}

inline void require_clean(const Applied& applied) {
    for (const Diagnostic& finding : applied.out) BOOST_TEST_MESSAGE(word(finding.code, finding.args, Lang::En));
    BOOST_REQUIRE(applied.document);
    BOOST_TEST(applied.out.empty());
}

}  // namespace vanban::thethuc
