// Places: parts of spans, values whose lines were indented, lines and columns.
#include "base/span.hpp"

#include <algorithm>
#include <utility>

namespace vanban {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// Bytes of the source from the start of the value to byte `offset` of `text`.
std::size_t source_offset(std::string_view text, std::size_t offset, std::size_t indent) {
    std::size_t indented_lines = 0;
    for (std::size_t end = text.find('\n'); end < offset; end = text.find('\n', end + 1)) {
        const bool line_is_empty = end + 1 >= text.size() || text[end + 1] == '\n';
        if (!line_is_empty) ++indented_lines;
    }
    return offset + indented_lines * indent;
}

}  // namespace

Span Span::sub(std::size_t from, std::size_t length) const {
    if (!known()) return *this;
    const std::size_t size = end > begin ? end - begin : 0;
    const std::size_t first = std::min(from, size);
    const std::size_t count = std::min(length, size - first);
    return {source, begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(first + count)};
}

Span TextOrigin::at(std::string_view text, std::size_t from, std::size_t length) const {
    if (indent == kInexact) return span;
    const std::size_t first = std::min(from, text.size());
    const std::size_t count = std::min(length, text.size() - first);
    const std::size_t begin = source_offset(text, first, indent);
    const std::size_t end = count == 0 ? begin : source_offset(text, first + count - 1, indent) + 1;
    return span.sub(begin, end - begin);
}

SourceId Sources::add(Source source) {
    sources_.push_back(std::move(source));
    return first_ + static_cast<SourceId>(sources_.size() - 1);
}

const Source* Sources::get(SourceId id) const {
    if (id < first_) return parent_->get(id);
    return id - first_ < sources_.size() ? &sources_[id - first_] : nullptr;
}

Place place_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t last_end = before.rfind('\n');
    std::string_view line = last_end == before.npos ? before : before.substr(last_end + 1);
    if (last_end == before.npos && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    return {.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')),
            .column = 1 + static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), starts_character))};
}

Place place_of(const Source& source, std::size_t offset) {
    Place place = place_of(std::string_view(source.text), offset);
    place.line += source.first_line - 1;
    return place;
}

}  // namespace vanban
