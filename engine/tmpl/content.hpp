// What may stand where in a template: kinds of content, and the elements with their attributes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanban::tmpl {

/// Kinds of content; each component says which one it takes.
enum class Content : std::uint16_t {
    Body = 1,        ///< Blocks and vung.
    Block = 2,       ///< Blocks.
    Inline = 4,      ///< Text with emphasis.
    Plain = 8,       ///< Text without emphasis.
    DauVanBan = 16,  ///< Parts of these components.
    KinhGui = 32,
    KetThuc = 64,
    NoiNhan = 128,
    Bang = 256,
    DauPhuLuc = 512,
    Cot = 1024,  ///< Columns of nhom-cot.
    ThanBang = 2048,
    Hang = 4096,  ///< Cells of hang-nhom and hang-tong.
    ChuKy = 8192,
    BanSao = 16384,
};

constexpr bool is_text(Content content) {
    return content == Content::Inline || content == Content::Plain;
}

/// A set of Content.
using ContentSet = std::uint16_t;
constexpr ContentSet operator|(Content a, Content b) {
    return static_cast<ContentSet>(static_cast<ContentSet>(a) | static_cast<ContentSet>(b));
}
constexpr ContentSet only(Content content) {
    return static_cast<ContentSet>(content);
}
constexpr bool contains(ContentSet set, Content content) {
    return (set & only(content)) != 0;
}
constexpr ContentSet kBlocks = Content::Body | Content::Block;
constexpr ContentSet kEverywhere = 32767;

/// An element of the language. `content` is where it may stand; empty for those that belong to one parent
/// (khi, vao …), which that parent takes itself. Attributes are parted by spaces, required ones end with `!`.
struct ElementSpec {
    std::string_view name;
    ContentSet content;
    std::string_view attributes;
};

/// nullptr if there is no such element.
const ElementSpec* find_element(std::string_view name);
/// Names of the elements that may stand in `content`, for suggestions.
std::vector<std::string> elements_in(Content content);

struct AttributeSpec {
    std::string name;
    bool required;
};
std::vector<AttributeSpec> attributes_of(const ElementSpec& element);

}  // namespace vanban::tmpl
