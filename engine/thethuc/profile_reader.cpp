// Reads the XML of a profile into a Profile: every figure of the decree enters the program here.
#include <algorithm>
#include <bitset>
#include <functional>

#include "thethuc/profile.hpp"
#include "thethuc/profile_attributes.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::array<std::string_view, kComponentCount> kComponentNames{
#define VANBAN_COMPONENT(name) #name,
#include "thethuc/components.def"
#undef VANBAN_COMPONENT
};

constexpr std::array<std::string_view, kLabelCount> kLabelNames{
    "quoc-hieu",  "tieu-ngu",      "so",   "ve-viec",     "kinh-gui", "noi-nhan",  "luu",          "phu-luc",
    "kem-theo",   "het-van-ban",   "phan", "chuong",      "muc",      "tieu-muc",  "dieu",         "nhu-tren",
    "khoan",      "diem",          "nay",  "don-vi-tinh", "ghi-chu",  "mo-ta-dau", "mo-ta-chu-ky", "mo-ta-con-dau",
    "mo-ta-bang", "mo-ta-duong-ke"};

constexpr std::array<std::pair<std::string_view, NhomFormat>, kNhomLevels> kNhomFormats{
    {{"chu-hoa", NhomFormat::UpperLetter},
     {"la-ma", NhomFormat::UpperRoman},
     {"so", NhomFormat::Decimal},
     {"dau", NhomFormat::Dash}}};

constexpr std::array<std::pair<std::string_view, model::CapBac>, 5> kCountedLevels{
    {{"dieu", model::CapBac::Dieu},
     {"muc-la-ma", model::CapBac::MucLaMa},
     {"khoan", model::CapBac::Khoan},
     {"gach", model::CapBac::Gach},
     {"cong", model::CapBac::Cong}}};

constexpr std::array<std::string_view, 5> kQuyenHanNames{"TM", "Q", "KT", "TL", "TUQ"};

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

std::optional<model::CapBac> counted_level(std::string_view name) {
    for (const auto& [ma, cap] : kCountedLevels)
        if (ma == name) return cap;
    return std::nullopt;
}

/// One pass over the profile's elements; what is wrong is reported and reading goes on.
class Reader {
public:
    Reader(Profile& profile, Diagnostics& out) : profile_(profile), in_(out) {}

    void read(const XmlElement& root) {
        profile_.ten = in_.text(root, "ten");
        profile_.nhan = in_.text(root, "nhan");
        profile_.font = in_.text(root, "phong-chu");
        profile_.language = in_.text(root, "ngon-ngu");
        if (const auto set = parse_size_set(in_.text(root, "bo-co-chu"))) profile_.default_sizes = *set;
        for_each(root, [this](const XmlElement& child) { section(child); });
        for (std::size_t i = 0; i < kComponentCount; ++i)
            if (!seen_styles_[i]) in_.report(root, std::string("kieu ma=") + std::string(kComponentNames[i]));
        for (std::size_t i = 0; i < kLabelCount; ++i)
            if (profile_.labels[i].empty()) in_.report(root, std::string("nhan ma=") + std::string(kLabelNames[i]));
        settle_levels(root);
    }

private:
    void section(const XmlElement& e) {
        if (e.name == "trang") {
            profile_.page.width = in_.length(e, "rong");
            profile_.page.height = in_.length(e, "cao");
        } else if (e.name == "le") {
            profile_.page.top = in_.length(e, "tren");
            profile_.page.bottom = in_.length(e, "duoi");
            profile_.page.left = in_.length(e, "trai");
            profile_.page.right = in_.length(e, "phai");
        } else if (e.name == "so-trang") {
            profile_.page.header = profile_.page.footer = in_.length(e, "cach-mep-tren");
        } else if (e.name == "dau-van-ban") {
            profile_.header_slack = in_.length(e, "du");
            profile_.header_gutter = in_.length(e, "khe");
        } else if (e.name == "tieu-de") {
            profile_.title_slack = in_.length(e, "du");
        } else if (e.name == "duong-ke") {
            profile_.rule_weight = in_.border(e, "net");
            profile_.rule_factor = in_.share(e, "ty-le");
        } else if (e.name == "ket-thuc") {
            profile_.recipients_share = in_.share(e, "cot-trai");
            profile_.foot_gap = in_.length(e, "cach-tren");
            profile_.signers_in_row = in_.count(e, "moi-hang");
        } else if (e.name == "anh-ky") {
            profile_.seal_overlap = in_.share(e, "che");
            profile_.picture_limit = in_.length(e, "cao-nhat");
        } else if (e.name == "bang") {
            profile_.table_gap = in_.length(e, "truoc");
            profile_.table_border = in_.border(e, "vien");
            profile_.column_slack = in_.length(e, "du-cot");
            profile_.table_left = in_.length(e, "le-trai");
            profile_.table_right = in_.length(e, "le-phai");
            profile_.table_top = in_.length(e, "le-tren");
            profile_.table_bottom = in_.length(e, "le-duoi");
        } else if (e.name == "kieu") {
            style(e);
        } else {
            list_section(e);
        }
    }

    void list_section(const XmlElement& e) {
        if (e.name == "chu-in") {
            for_each(e, [this](const XmlElement& child) { label(child); });
        } else if (e.name == "danh-so") {
            for_each(e, [this](const XmlElement& child) { level(child); });
        } else if (e.name == "ten-loai") {
            for_each(e, [this](const XmlElement& child) {
                profile_.loai.push_back({in_.text(child, "ma"), in_.text(child, "ten"), in_.text(child, "viet-tat"),
                                         in_.yes(child, "nhu-tren"), in_.yes(child, "tap-the")});
            });
        } else if (e.name == "ban-sao") {
            for_each(e, [this](const XmlElement& child) {
                profile_.ban_sao.push_back(
                    {in_.text(child, "ma"), in_.text(child, "ten"), in_.text(child, "viet-tat"), false, false});
            });
        } else if (e.name == "nhom-hang") {
            nhom_levels(e);
        } else if (e.name == "dau-chi-muc") {
            profile_.marks.padding = in_.length(e, "dem");
            profile_.marks.gap = in_.length(e, "cach");
            profile_.marks.circulation_centre = in_.share(e, "tam-luu-hanh");
            for_each(e, [this](const XmlElement& child) { mark(child); });
        } else if (e.name == "nguoi-ky") {
            for_each(e, [this](const XmlElement& child) { signer(child); });
        } else if (e.name == "ten-co-quan") {
            for_each(e, [this](const XmlElement& child) { agency(child); });
        } else {
            in_.report(e, e.name);
        }
    }

    void style(const XmlElement& e) {
        const auto index = index_of(kComponentNames, in_.text(e, "ma"));
        if (!index) return in_.report(e, "ma");
        seen_styles_.set(*index);
        StyleRule& rule = profile_.styles[*index];
        styled::ParagraphStyle& style = rule.style;
        style.id = in_.text(e, "ma");
        style.name = in_.text(e, "ten");
        sizes(e, rule);
        style.look = {rule.sizes[0], in_.yes(e, "dam"), in_.yes(e, "nghieng")};
        style.jc = in_.alignment(e);
        style.left = in_.optional_length(e, "lui-trai");
        style.right = in_.optional_length(e, "lui-phai");
        style.first_line = in_.optional_length(e, "dong-dau");
        style.before = in_.optional_length(e, "truoc");
        style.after = in_.optional_length(e, "sau");
        style.line = in_.line_spacing(e);
        style.keep_next = in_.yes(e, "giu-doan-sau");
        style.keep_lines = style.keep_next;
        rule.upper_case = in_.yes(e, "chu-hoa");
        rule.can_cu = in_.text(e, "can-cu");
        if (const XmlAttribute* depth = e.attribute("de-cuong")) {
            const auto value = number(depth->value);
            if (!value || *value < 1 || *value > 9) return in_.report(e, "de-cuong");
            style.outline_level = static_cast<std::uint8_t>(*value - 1);
        }
        if (const XmlAttribute* cap = e.attribute("cap")) {
            rule.cap = counted_level(cap->value);
            if (!rule.cap) in_.report(e, "cap");
        }
    }

    void sizes(const XmlElement& e, StyleRule& rule) {
        const std::string both = in_.text(e, "co");
        const std::size_t gap = both.find(' ');
        const auto p14 = points(both.substr(0, gap));
        const auto p13 = gap == std::string::npos ? std::nullopt : points(std::string_view(both).substr(gap + 1));
        if (!p14 || !p13) return in_.report(e, "co");
        rule.sizes = {font_pt(*p14), font_pt(*p13)};
        if (!e.attribute("co-tu")) return;
        const auto from = points(in_.text(e, "co-tu"));
        const auto to = points(in_.text(e, "co-den"));
        if (!from || !to) return in_.report(e, "co-tu");
        rule.allowed = {font_pt(*from), font_pt(*to)};
        for (const HalfPoint size : rule.sizes)
            if (size < (*rule.allowed)[0] || size > (*rule.allowed)[1]) in_.report(e, "co");
    }

    void label(const XmlElement& e) {
        const auto index = index_of(kLabelNames, in_.text(e, "ma"));
        if (!index || e.children.size() != 1 || !e.children[0].text()) return in_.report(e, "ma");
        profile_.labels[*index] = e.children[0].text()->text;
    }

    void level(const XmlElement& e) {
        const auto cap = counted_level(in_.text(e, "ma"));
        std::string written = in_.text(e, "viet");
        const std::string kind = in_.text(e, "dang");
        if (!cap) return in_.report(e, "ma");
        styled::NumberingLevel level;
        level.format = kind == "la-ma" ? styled::NumberFormat::UpperRoman
                       : kind == "dau" ? styled::NumberFormat::Bullet
                                       : styled::NumberFormat::Decimal;
        level.bold = in_.yes(e, "dam");
        if (const std::size_t mark = written.find('%'); mark != std::string::npos)
            written.insert(mark + 1, std::to_string(profile_.numbering.size() + 1));
        level.text = std::move(written);
        profile_.numbering.push_back({*cap, std::move(level)});
    }

    void nhom_levels(const XmlElement& e) {
        std::size_t level = 0;
        for_each(e, [&](const XmlElement& child) {
            const std::string written = in_.text(child, "dang");
            const auto found = std::find_if(kNhomFormats.begin(), kNhomFormats.end(),
                                            [&](const auto& format) { return format.first == written; });
            if (found == kNhomFormats.end() || level >= kNhomLevels) return in_.report(child, "dang");
            profile_.nhom[level++] = found->second;
        });
        if (level != kNhomLevels) in_.report(e, "cap");
    }

    void mark(const XmlElement& e) {
        MarkRule rule{in_.text(e, "ma"), in_.text(e, "nhom"), in_.text(e, "viet"), std::nullopt, in_.length(e, "cao")};
        if (e.attribute("rong")) rule.width = in_.length(e, "rong");
        profile_.marks.marks.push_back(std::move(rule));
    }

    void signer(const XmlElement& e) {
        if (e.name == "quyen-han") {
            const auto index = index_of(kQuyenHanNames, in_.text(e, "ma"));
            if (!index) return in_.report(e, "ma");
            profile_.signer.quyen_han[*index] = in_.text(e, "viet");
        } else if (e.name == "cap-pho") {
            profile_.signer.cap_pho.push_back(in_.text(e, "tu"));
        } else if (e.name == "tap-the") {
            profile_.signer.tap_the.push_back(in_.text(e, "tu"));
        } else if (e.name == "hoc-ham") {
            profile_.signer.hoc_ham.push_back(in_.text(e, "tu"));
        } else {
            in_.report(e, e.name);
        }
    }

    void agency(const XmlElement& e) {
        if (e.name == "viet-day-du") {
            profile_.agency.viet_day_du.push_back({in_.text(e, "tu"), in_.text(e, "la")});
        } else if (e.name == "xuong-dong") {
            profile_.agency.xuong_dong_sau.push_back(in_.text(e, "sau"));
        } else if (e.name == "nen-ngat") {
            profile_.agency.nen_ngat_truoc.push_back(in_.text(e, "truoc"));
        } else {
            in_.report(e, e.name);
        }
    }

    /// Styles name their level; the list knows its index.
    void settle_levels(const XmlElement& root) {
        for (StyleRule& rule : profile_.styles) {
            if (!rule.cap) continue;
            const auto at = std::find_if(profile_.numbering.begin(), profile_.numbering.end(),
                                         [&](const CapRule& level) { return level.cap == *rule.cap; });
            if (at == profile_.numbering.end()) {
                in_.report(root, "danh-so");
                continue;
            }
            rule.style.list_level = static_cast<styled::ListLevel>(at - profile_.numbering.begin());
        }
    }

    template <class Function>
    void for_each(const XmlElement& e, Function function) {
        for (const XmlNode& child : e.children)
            if (const XmlElement* element = child.element()) function(*element);
    }

    Profile& profile_;
    ProfileAttributes in_;
    std::bitset<kComponentCount> seen_styles_;
};

}  // namespace

std::optional<SizeSet> parse_size_set(std::string_view name) {
    if (name == "P14") return SizeSet::P14;
    if (name == "P13") return SizeSet::P13;
    return std::nullopt;
}

namespace {

const LoaiRule* find(const std::vector<LoaiRule>& rules, std::string_view ma) {
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const LoaiRule& rule) { return rule.ma == ma; });
    return at == rules.end() ? nullptr : &*at;
}

}  // namespace

const LoaiRule* Profile::find_loai(std::string_view ma) const {
    return find(loai, ma);
}

const LoaiRule* Profile::find_ban_sao(std::string_view ma) const {
    return find(ban_sao, ma);
}

const MarkRule* Profile::find_mark(std::string_view nhom_wanted, std::string_view ma) const {
    const auto at = std::find_if(marks.marks.begin(), marks.marks.end(),
                                 [&](const MarkRule& rule) { return rule.nhom == nhom_wanted && rule.ma == ma; });
    return at == marks.marks.end() ? nullptr : &*at;
}

std::optional<Profile> read_profile(const Source& source, SourceId id, const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    const auto root = parse_xml(source, id, limits, out);
    if (!root) return std::nullopt;
    Profile profile;
    if (root->name != "the-thuc") out.add(Code::profile_malformed, root->span, {"the-thuc"});
    Reader(profile, out).read(*root);
    if (out.error_count() != errors) return std::nullopt;
    return profile;
}

}  // namespace vanban::thethuc
