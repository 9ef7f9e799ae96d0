// Running text as it is put together.
#include "tmpl/inline_writer.hpp"

#include <algorithm>

#include "base/byte_scan.hpp"
#include "base/utf8.hpp"

namespace vanban::tmpl {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20;
}

/// U+0300 to U+036F join the letter before them.
bool begins_with_mark(std::string_view text) {
    return text.starts_with('\xCC') || text.starts_with('\xCD');
}

}  // namespace

std::string without_controls(std::string text) {
    std::ranges::replace_if(text, is_control, ' ');
    return text;
}

void InlineWriter::literal(std::string_view text) {
    if (text.starts_with(' ')) {
        if (!pending_) pending_emphasis_ = emphasis;
        pending_ = true;
        text.remove_prefix(1);
    }
    if (text.empty()) return;
    const bool space_behind = text.ends_with(' ');
    if (space_behind) text.remove_suffix(1);
    write_pending();
    append(text, emphasis);
    pending_ = space_behind;
    pending_emphasis_ = emphasis;
}

void InlineWriter::value(std::string_view text) {
    if (text.empty()) return;
    write_pending();
    if (!bytes::has_control(text)) return append(text, emphasis);
    append(without_controls(std::string(text)), emphasis);
}

void InlineWriter::block_literal(std::string_view text) {
    if (!text.empty()) append(text, emphasis);
}

void InlineWriter::line_break() {
    pending_ = false;
    append("\n", emphasis);
    line_begins_ = true;
}

void InlineWriter::write_pending() {
    if (std::exchange(pending_, false) && !line_begins_) append(" ", pending_emphasis_);
}

void InlineWriter::append(std::string_view text, model::Emphasis as) {
    if (runs_.empty() || runs_.back().emphasis != as) runs_.push_back({.text = {}, .emphasis = as});
    std::string& run = runs_.back().text;
    const bool joins = !run.empty() && begins_with_mark(text);
    if (joins)
        utf8::append_nfc(run, text);
    else
        run += text;
    line_begins_ = false;
}

}  // namespace vanban::tmpl
