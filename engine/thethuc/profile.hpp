// The rules of one decree as a value: read from templates/the-thuc/<decree>.xml, never written in code.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/units.hpp"
#include "base/world.hpp"
#include "model/document.hpp"
#include "styled/document.hpp"

namespace vanban::thethuc {

/// Every component that has a look of its own (thành phần thể thức); `ma` of a `kieu` in the profile.
enum class Component : std::uint8_t {
#define VANBAN_COMPONENT(name) name,
#include "thethuc/components.def"
#undef VANBAN_COMPONENT
};
inline constexpr std::size_t kComponentCount = 0
#define VANBAN_COMPONENT(name) +1
#include "thethuc/components.def"
#undef VANBAN_COMPONENT
    ;

/// Fixed wording (chữ in sẵn); `ma` of a `nhan` is the enumerator in kebab case.
enum class Label : std::uint8_t {
    QuocHieu,
    TieuNgu,
    So,
    VeViec,
    KinhGui,
    NoiNhan,
    Luu,
    PhuLuc,
    KemTheo,
    HetVanBan,
    Phan,
    Chuong,
    Muc,
    TieuMuc,
    Dieu,
    NhuTren,
    Khoan,
    Diem,
    Nay,
    DonViTinh,
    GhiChu,
    MoTaDau,
    MoTaChuKy,
    MoTaConDau,
    MoTaBang,
    MoTaDuongKe
};
inline constexpr std::size_t kLabelCount = 26;

/// The two consistent sets of font sizes (bộ cỡ chữ): P14 and P13.
enum class SizeSet : std::uint8_t { P14, P13 };
inline constexpr std::size_t kSizeSetCount = 2;
std::optional<SizeSet> parse_size_set(std::string_view name);

/// Look of one component. `style.look.size` is that of P14; `sizes` holds both sets.
struct StyleRule {
    styled::ParagraphStyle style;
    std::array<HalfPoint, kSizeSetCount> sizes{};
    std::optional<std::array<HalfPoint, 2>> allowed;  ///< Range that the decree allows; none where it is silent.
    bool upper_case = false;                          ///< in hoa
    std::optional<model::CapBac> cap;                 ///< Counted by Word's list at this level.
    std::string can_cu;                               ///< Clause.
};

/// tên loại văn bản and its abbreviation (Phụ lục III); empty for công văn and thư công.
struct LoaiRule {
    std::string ma, ten, viet_tat;
    bool nhu_tren = false;  ///< Its recipients may say "Như trên" without Kính gửi, as its sample form does.
    bool tap_the =
        false;  ///< A collective issues it as such, through TM.; others its chairman may sign in his own right.
};

/// A level that Word counts: how its number is written.
struct CapRule {
    model::CapBac cap;
    styled::NumberingLevel level;
};

/// How a Nhom row of a table is numbered, by level.
enum class NhomFormat : std::uint8_t { UpperLetter, UpperRoman, Decimal, Dash };
inline constexpr std::size_t kNhomLevels = 4;

/// A mark in a box: độ mật, độ khẩn, phạm vi lưu hành (Mục III, khoản 2).
struct MarkRule {
    std::string ma, nhom, viet;  ///< "hoa-toc", "do-khan", "HỎA TỐC".
    std::optional<Twip> width;   ///< None: as wide as the words.
    Twip height;
};
struct MarkRules {
    Twip padding;                     ///< Beside the words of a mark without a width.
    Twip gap;                         ///< Above a mark.
    double circulation_centre = 0.5;  ///< Where the mark in the top margin is centred, as a share of the text width.
    std::vector<MarkRule> marks;
};

struct Expansion {
    std::string tu, la;  ///< "UBND" stands for "ỦY BAN NHÂN DÂN".
};

/// Agency names: what is written in full, where lines break.
struct AgencyNameRules {
    std::vector<Expansion> viet_day_du;
    std::vector<std::string> xuong_dong_sau;  ///< Always a new line after this beginning.
    std::vector<std::string> nen_ngat_truoc;  ///< Good places to break, before these words.
};

struct SignerRules {
    std::array<std::string, 5> quyen_han;  ///< By model::QuyenHan: "TM.", …
    std::vector<std::string> cap_pho;      ///< How a deputy's title begins.
    std::vector<std::string> tap_the;      ///< Collectives that act through `TM.`.
    std::vector<std::string> hoc_ham;      ///< Ranks and degrees that do not stand before a name.
};

struct Profile {
    std::string ten;  ///< "nd30-2020"
    std::string nhan;
    std::string font;
    std::string language;
    SizeSet default_sizes = SizeSet::P14;
    styled::PageSetup page;  ///< Portrait.
    Twip header_slack;       ///< Added to the measured width of the right letterhead column.
    Twip header_gutter;      ///< Kept free between the agency's name and Quốc hiệu.
    Twip title_slack;        ///< Room beside the longest line of a balanced title.
    EighthPoint rule_weight;
    double rule_factor = 0;       ///< Length of the short rules as a share of the line of text above.
    double recipients_share = 0;  ///< Width of the left column of the foot.
    Twip foot_gap;                ///< Above recipients and signature.
    std::size_t signers_in_row = 1;
    double seal_overlap = 0;  ///< Share of the signature's picture that the seal covers, at its left.
    Twip picture_limit;       ///< A signature or seal is not larger.
    EighthPoint table_border;
    Twip column_slack;                                      ///< Added to a measured column of a table.
    Twip table_gap;                                         ///< Between a table and the paragraph above.
    Twip table_left, table_right, table_top, table_bottom;  ///< Cell margins.
    std::array<std::string, kLabelCount> labels;
    std::array<StyleRule, kComponentCount> styles;
    std::vector<CapRule> numbering;  ///< Outermost first; index is the list level.
    std::vector<LoaiRule> loai;
    std::vector<LoaiRule> ban_sao;  ///< Forms of copies.
    std::array<NhomFormat, kNhomLevels> nhom{};
    MarkRules marks;
    SignerRules signer;
    AgencyNameRules agency;

    const StyleRule& rule(Component component) const { return styles[static_cast<std::size_t>(component)]; }
    const std::string& label(Label label) const { return labels[static_cast<std::size_t>(label)]; }
    /// nullptr if there is no such type.
    const LoaiRule* find_loai(std::string_view ma) const;
    const LoaiRule* find_ban_sao(std::string_view ma) const;
    /// The mark `ma` of the group `nhom` ("do-mat"); nullptr if there is none.
    const MarkRule* find_mark(std::string_view nhom, std::string_view ma) const;
};

/// Reads a profile; reports everything that is missing or malformed. Empty exactly when one finding was an error.
std::optional<Profile> read_profile(const Source& source, SourceId id, const Limits& limits, Diagnostics& out);

}  // namespace vanban::thethuc
