// What is wrong with the user's input, as a value: code, severity, place, arguments. Worded only when printed.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace vanban {

enum class Severity : std::uint8_t { Note, Warning, Error };
enum class Lang : std::uint8_t { Vi, En };

/// Every message of the program. The printed name is the enumerator with `-` for `_`: `unknown-field`.
/// The catalogue (messages/*.def) is the single place that lists them, with both wordings.
enum class Code : std::uint16_t {
#define VANBAN_MESSAGE(name, severity, vi, en) name,
#include "base/messages/all.def"
#undef VANBAN_MESSAGE
};

/// Advice ("did you mean …") or a second place ("first given here"); worded like a diagnostic.
struct Note {
    Code code;
    Span span;  ///< May be unknown.
    std::vector<std::string> args;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Diagnostic {
    Code code;
    Severity severity;
    Span span;
    std::vector<std::string> args;  ///< Replace {0}, {1}, … in the wording.
    std::vector<Note> notes;
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;

    Diagnostic&& with(Note note) && {
        notes.push_back(std::move(note));
        return std::move(*this);
    }
};

/// The value, or the one Diagnostic that explains its absence.
template <class T>
using Result = tl::expected<T, Diagnostic>;

/// A diagnostic with the severity that the catalogue gives its code.
Diagnostic diagnose(Code code, Span span, std::vector<std::string> args = {});
inline tl::unexpected<Diagnostic> fail(Code code, Span span, std::vector<std::string> args = {}) {
    return tl::unexpected<Diagnostic>(diagnose(code, span, std::move(args)));
}

/// All findings of a run, in the order they were made. Of a million alike the first say it all: of each severity
/// `kKept` are kept, further ones are counted.
class Diagnostics {
public:
    static constexpr std::size_t kKept = 1000;

    void add(Diagnostic diagnostic);
    void add(Code code, Span span, std::vector<std::string> args = {}) { add(diagnose(code, span, std::move(args))); }
    void append(Diagnostics other);
    bool has_errors() const { return errors_ > 0; }
    bool has_warnings() const { return warnings_ > 0; }
    std::size_t error_count() const { return errors_; }
    std::size_t warning_count() const { return warnings_; }
    /// Are all errors from item `first` on of these codes? False if some were not kept.
    bool errors_are_only(std::size_t first, std::initializer_list<Code> codes) const;
    /// All of them, those that were not kept too.
    std::size_t count() const { return errors_ + warnings_ + notes_; }
    /// Would a further error only be counted? Then looking for advice to go with it is in vain.
    bool full() const { return errors_ >= kKept; }
    bool empty() const { return items_.empty(); }
    const std::vector<Diagnostic>& items() const { return items_; }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }

private:
    std::size_t& counter(Severity severity);

    std::vector<Diagnostic> items_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t notes_ = 0;
};

/// Stable printed name of a code, e.g. "unknown-field".
std::string_view name(Code code);
/// The code of that name, "unknown-field"; empty if there is none.
std::optional<Code> code_named(std::string_view name);
/// The severity that the catalogue gives the code.
Severity default_severity(Code code);
/// Wording of one message with its arguments filled in; no trailing full stop.
std::string word(Code code, const std::vector<std::string>& args, Lang lang);
/// The raw wording with its placeholders; for the test that both languages are complete.
std::string_view catalogue_text(Code code, Lang lang);
/// Number of codes in the catalogue; codes run from 0.
std::size_t code_count();
/// The severity that the catalogue gives a code.
Severity catalogue_severity(Code code);
/// A size as people write it: "64 MB", else "100 byte".
std::string size_text(std::size_t bytes);

/// How diagnostics are printed for people.
struct HumanStyle {
    Lang lang = Lang::Vi;
    bool color = false;
};
/// `lỗi[unknown-field]: …` with `--> file:line:column`, the source line, a caret and the notes.
std::string print_human(const Diagnostics& diagnostics, const Sources& sources, const HumanStyle& style);
/// Appends `text` as a JSON string, quotes and all.
void append_json_text(std::string& out, std::string_view text);
/// One line a finding, its notes at the end: `file:line:column: lỗi[unknown-field]: …; …`; in a workbook
/// `file:sheet!C7: …`. Without the place where it is unknown.
std::string print_short(const Diagnostics& diagnostics, const Sources& sources, Lang lang);
/// One JSON object a line: code, severity, message, file, line, column, end_line, end_column, notes.
std::string print_json(const Diagnostics& diagnostics, const Sources& sources, Lang lang);

}  // namespace vanban
