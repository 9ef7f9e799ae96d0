// The catalogue of messages and the list of findings.
#include "base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.hpp"

namespace vanban {

namespace {

struct Message {
    std::array<char, 64> name;
    Severity severity;
    std::string_view vi;
    std::string_view en;
};

constexpr std::array<char, 64> printed_name(std::string_view enumerator) {
    std::array<char, 64> name{};
    for (std::size_t i = 0; i < enumerator.size(); ++i) name.at(i) = enumerator[i] == '_' ? '-' : enumerator[i];
    return name;
}

constexpr Message kCatalogue[] = {
#define VANBAN_MESSAGE(code, severity, vi, en) {printed_name(#code), Severity::severity, vi, en},
#include "base/messages/all.def"
#undef VANBAN_MESSAGE
};

const Message& message_of(Code code) {
    return kCatalogue[static_cast<std::size_t>(code)];
}

/// An argument may be a whole file; a message is for reading.
constexpr std::size_t kMaxArgument = 1000;

std::string_view clipped(std::string_view argument, bool& was_clipped) {
    std::size_t offset = 0;
    for (std::size_t count = 0; count < kMaxArgument && offset < argument.size(); ++count) utf8::next(argument, offset);
    was_clipped = offset < argument.size();
    return argument.substr(0, offset);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

Diagnostic diagnose(Code code, Span span, std::vector<std::string> args) {
    return {.code = code, .severity = message_of(code).severity, .span = span, .args = std::move(args), .notes = {}};
}

void Diagnostics::add(Diagnostic diagnostic) {
    if (++counter(diagnostic.severity) <= kKept) items_.push_back(std::move(diagnostic));
}

bool Diagnostics::errors_are_only(std::size_t first, std::initializer_list<Code> codes) const {
    if (errors_ > kKept) return false;  // Nobody knows any more.
    return std::all_of(items_.begin() + static_cast<std::ptrdiff_t>(std::min(first, items_.size())), items_.end(),
                       [&](const Diagnostic& each) {
                           return each.severity != Severity::Error ||
                                  std::find(codes.begin(), codes.end(), each.code) != codes.end();
                       });
}

void Diagnostics::append(Diagnostics other) {
    for (Diagnostic& item : other.items_) {
        --other.counter(item.severity);
        add(std::move(item));
    }
    errors_ += other.errors_;
    warnings_ += other.warnings_;
    notes_ += other.notes_;
}

std::size_t& Diagnostics::counter(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return errors_;
        case Severity::Warning:
            return warnings_;
        case Severity::Note:
            break;
    }
    return notes_;
}

std::string_view name(Code code) {
    return message_of(code).name.data();
}

std::optional<Code> code_named(std::string_view wanted) {
    for (std::size_t i = 0; i < std::size(kCatalogue); ++i)
        if (kCatalogue[i].name.data() == wanted) return static_cast<Code>(i);
    return std::nullopt;
}

Severity default_severity(Code code) {
    return message_of(code).severity;
}

std::string_view catalogue_text(Code code, Lang lang) {
    return lang == Lang::Vi ? message_of(code).vi : message_of(code).en;
}

Severity catalogue_severity(Code code) {
    return message_of(code).severity;
}

std::string size_text(std::size_t bytes) {
    constexpr std::size_t kMegabyte = std::size_t{1} << 20;
    const bool whole = bytes > 0 && bytes % kMegabyte == 0;
    return whole ? std::to_string(bytes / kMegabyte) + " MB" : std::to_string(bytes) + " byte";
}

std::size_t code_count() {
    return std::size(kCatalogue);
}

std::string word(Code code, const std::vector<std::string>& args, Lang lang) {
    const std::string_view pattern = catalogue_text(code, lang);
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
        // Only {digit} is a placeholder; every other brace stands for itself ("{{ x }}" occurs in messages).
        const bool placeholder =
            pattern[i] == '{' && i + 2 < pattern.size() && is_digit(pattern[i + 1]) && pattern[i + 2] == '}';
        const std::size_t index = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : args.size();
        if (index >= args.size()) {
            out += pattern[i++];
            continue;
        }
        bool was_clipped = false;
        out += clipped(args[index], was_clipped);
        if (was_clipped) out += "…";
        i += 3;
    }
    return out;
}

}  // namespace vanban
