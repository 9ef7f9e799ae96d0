// Running text as it is put together: white space of the template collapses, values stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/span.hpp"
#include "model/document.hpp"

namespace vanban::tmpl {

/// Line ends and other control characters become spaces.
std::string without_controls(std::string text);

class InlineWriter {
public:
    /// Text of the template, its white space collapsed to single spaces. Spaces at the ends of the whole and around
    /// line breaks are dropped, also if what stood between them came out empty.
    void literal(std::string_view text);
    /// A value of the data; line ends and other control characters become spaces.
    void value(std::string_view text);
    /// Literal text of block text; '\n' is a line break.
    void block_literal(std::string_view text);
    void line_break();

    model::Emphasis emphasis = model::Emphasis::None;  ///< Of what is written next.
    Span first_value;  ///< Place of the first value that has one; unknown if there is none.

    bool empty() const { return runs_.empty(); }
    model::Inline take() && { return std::move(runs_); }

private:
    void append(std::string_view text, model::Emphasis as);
    void write_pending();

    model::Inline runs_;
    bool pending_ = false;  ///< A space of the template that is written if something follows.
    model::Emphasis pending_emphasis_ = model::Emphasis::None;
    bool line_begins_ = true;
};

}  // namespace vanban::tmpl
