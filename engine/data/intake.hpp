// What every reader of this folder shares: checks of the text, limits, and the one door through which findings go out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"

namespace vanban::data {

/// One file on its way in. Borrows its source, limits and diagnostics for the length of one `read`.
class Intake {
public:
    /// Readers recurse: nesting is bounded by `Limits::depth`, and by this in any case.
    static constexpr std::size_t kDeepest = 400;

    Intake(const Source& source, SourceId id, const Limits& limits, Diagnostics& out);

    /// Which characters end lines: old tables end them with CR alone, anywhere else that is a stray control character.
    enum class LineEnds : std::uint8_t { Usual, LoneCrToo };
    /// Size, UTF-8, control characters of the whole file. False if it makes no sense to parse it.
    bool check_source(LineEnds line_ends = LineEnds::Usual);
    /// The whole file; offsets into it are the offsets of spans.
    std::string_view text() const { return text_; }
    /// Offset of the first byte after a byte order mark.
    std::size_t start() const { return start_; }
    Span span(std::size_t begin, std::size_t end) const;
    /// The one character at `at`; empty at the end of the file.
    Span character(std::size_t at) const;
    std::size_t depth() const { return depth_; }
    const Limits& limits() const { return limits_; }

    /// Passes a finding on; those beyond `Limits::findings` only count as failure.
    void report(Diagnostic diagnostic);
    bool failed() const { return failed_; }

    /// Brings the text of one value or key into its final form: look-alikes mended, NFC, no control characters.
    /// `indent` (see TextOrigin) becomes inexact if the bytes no longer match the source.
    std::string accept(std::string text, Span where, std::uint16_t& indent);
    /// The same of bytes as they stand in the source.
    std::string accept_bytes(std::string_view text, Span where, std::uint16_t& indent) {
        indent = 0;
        return clean_ ? std::string(text) : accept(std::string(text), where, indent);
    }
    /// Counts values against `Limits::values`; reports and returns false when there are too many.
    bool count(std::size_t values, Span where);
    /// The same of one value, which begins at `at`.
    bool count_at(std::size_t at) {
        if (values_ >= limits_.values) return count(1, character(at));
        ++values_;
        return true;
    }
    std::size_t counted() const { return values_; }
    /// Reports each key of `map` that was given before.
    void check_keys(const Map& map);
    /// Reports what was mended since the last time: in the whole file, or in one record of it.
    void finish();

private:
    struct Mended {
        std::size_t count = 0;
        Span first;
    };
    void mend(std::string& text, Span where, std::uint16_t indent);
    static void note_mended(Mended& mended, std::string_view text, std::size_t at, TextOrigin origin);
    void report_duplicate(const Member& first, const Member& again);

    std::string_view text_;
    std::string_view name_;
    SourceId id_;
    const Limits& limits_;
    Diagnostics& out_;
    std::size_t start_ = 0;
    std::size_t depth_;
    bool clean_ = false;  ///< The whole file is NFC and holds no look-alike.
    bool failed_ = false;
    std::size_t reported_ = 0;
    std::size_t values_ = 0;
    Mended u_horn_;
    Mended d_stroke_;
};

}  // namespace vanban::data
