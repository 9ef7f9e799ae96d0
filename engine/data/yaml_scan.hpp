// Where YAML scalars stand in the source. yaml-cpp marks only where a node begins and hides what it unescaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vanban::data {

enum class YamlStyle : std::uint8_t { Plain, Quoted, Block };

/// One scalar of the source.
struct YamlScalar {
    YamlStyle style = YamlStyle::Plain;
    std::size_t begin = 0;     ///< First byte of the content, inside the quotes.
    std::size_t end = 0;       ///< Past its last byte.
    std::size_t after = 0;     ///< Past the closing quote.
    std::uint16_t indent = 0;  ///< As in TextOrigin.
    bool closed = true;        ///< False for a quoted scalar without closing quote.
};

/// Past anchors and tags (`&a`, `!!str`) and the white space and comments after them.
std::size_t skip_properties(std::string_view source, std::size_t at);
/// Past blanks, line ends and comments.
std::size_t skip_space(std::string_view source, std::size_t at);
/// Past the closing quote of the quoted scalar that opens at `at`; npos if it is not closed.
std::size_t find_closing_quote(std::string_view source, std::size_t at);

/// The scalar that begins at `at` (after its properties) and means `value`.
YamlScalar find_scalar(std::string_view source, std::size_t at, std::string_view value);

/// True if a plain null (`~`, `null`) stands at `at`, and is not the key of a map.
bool is_written_null(std::string_view source, std::size_t at);

}  // namespace vanban::data
