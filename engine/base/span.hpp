// Where something stands in the bytes that were read.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanban {

class CellPlaces;

/// Index of a source in `Sources`; `kNoSource` for things that no file holds (command-line settings, defaults).
using SourceId = std::uint32_t;
inline constexpr SourceId kNoSource = 0xFFFFFFFF;

/// Half-open byte range [begin, end) of one source. An unknown place has `source == kNoSource`.
struct Span {
    SourceId source = kNoSource;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
    bool known() const { return source != kNoSource; }
    /// The part of this span from byte `from` for `length` bytes; stays inside the span.
    Span sub(std::size_t from, std::size_t length) const;
};

/// How the text of a multi-line value stands in its source: every non-empty line after the first lost `indent` bytes
/// (YAML block scalars, block text in templates). With `kInexact` (escapes, folding, NFC) only the whole span is known.
struct TextOrigin {
    static constexpr std::uint16_t kInexact = 0xFFFF;
    Span span;
    std::uint16_t indent = 0;
    /// Place in the source of bytes [from, from + length) of `text`, which is the whole value.
    Span at(std::string_view text, std::size_t from, std::size_t length) const;
};

/// A text that was read, under the name that a person knows it by (a path, "-", "ke-hoach.xml").
/// For a workbook the text is a rendition of its cells, a line a row, and `cells` tells which byte is whose.
struct Source {
    std::string name;
    std::string text;
    std::shared_ptr<const CellPlaces> cells = nullptr;  ///< Set for workbooks only.
    std::uint32_t first_line = 1;                       ///< Number of its first line in the file that it was cut from.
    friend bool operator==(const Source&, const Source&) = default;
};

/// Line and column as a person counts them: both from 1, columns in characters, not bytes.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const Place&, const Place&) = default;
};

/// All sources of one run; diagnostics are printed against it. Ids are given out in order of `add`.
///
/// A child has ids of its own range and finds those of its parent too: templates are shared by many runs, data is not.
/// The parent must outlive the child.
class Sources {
public:
    explicit Sources(const Sources* parent = nullptr)
        : parent_(parent), first_(parent ? parent->first_ + kIdsEach : 0) {}
    SourceId add(Source source);
    /// The source of `id`; nullptr for `kNoSource` or an id that was not given out here or by the parent.
    const Source* get(SourceId id) const;

private:
    static constexpr SourceId kIdsEach = 1u << 24;
    const Sources* parent_;
    SourceId first_;
    std::deque<Source> sources_;  ///< Stable addresses.
};

/// Line and column of byte `offset` in `text` (clamped to its end).
Place place_of(std::string_view text, std::size_t offset);
/// The same in the file that `source` was cut from.
Place place_of(const Source& source, std::size_t offset);

}  // namespace vanban
