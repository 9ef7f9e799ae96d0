// expat for the parts of workbooks; the only file that includes it.
#include "data/xml_events.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <optional>

namespace vanban::data {
namespace {

constexpr XML_Char kSeparator = '|';
/// Spreadsheets, relationships of packages; transitional and strict (ISO/IEC 29500-1 and -4).
constexpr std::string_view kVocabularies[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};
constexpr std::string_view kRelationshipIds[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id",
};
/// A tag or comment that is longer is refused: the parser would look at it again with every piece.
constexpr std::size_t kLongestToken = std::size_t{1} << 20;
constexpr std::size_t kLargestPiece = std::size_t{1} << 30;

}  // namespace

struct XmlEvents::State {
    State(std::string name, const Limits& all_limits, XmlHandler& to)
        : part(std::move(name)), limits(all_limits), handler(to), parser(XML_ParserCreateNS(nullptr, kSeparator)) {
        if (parser == nullptr) return;
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { XML_ParserFree(parser); }

    /// Runs code of ours below C code: an exception is kept and passed on later.
    template <class Action>
    void guard(Action action) {
        if (stopped) return;
        try {
            action();
            if (handler.done()) stop();
        } catch (...) {
            exception = std::current_exception();
            stop();
        }
    }
    void stop() {
        stopped = true;
        XML_StopParser(parser, XML_FALSE);
    }
    void refuse(Diagnostic diagnostic) {
        failure = std::move(diagnostic);
        stop();
    }
    /// The local name of an element of ours; empty for others. Elements of one part share their vocabulary, so the one
    /// that was met last is tried first.
    std::string_view own_name(const XML_Char* qualified) {
        const std::size_t known = vocabulary.size();
        if (known > 0 && std::strncmp(qualified, vocabulary.data(), known) == 0 && qualified[known] == kSeparator) {
            return qualified + known + 1;
        }
        const std::string_view name(qualified);
        const std::size_t bar = name.rfind(kSeparator);
        const auto* own = std::ranges::find(kVocabularies, name.substr(0, bar == name.npos ? 0 : bar));
        if (own == std::end(kVocabularies)) return {};
        vocabulary = *own;
        return name.substr(bar + 1);
    }
    bool skips() const { return foreign_depth > 0; }

    static void XMLCALL on_start(void* data, const XML_Char* qualified, const XML_Char** pairs);
    static void XMLCALL on_end(void* data, const XML_Char* qualified);
    static void XMLCALL on_text(void* data, const XML_Char* text, int size);
    static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int);

    void parse(std::string_view piece, bool last);
    Diagnostic malformed() const;

    std::string part;
    const Limits& limits;
    XmlHandler& handler;
    XML_Parser parser;
    std::size_t fed = 0;
    std::string_view vocabulary;  ///< One of kVocabularies.
    std::size_t depth = 0;
    std::size_t foreign_depth = 0;  ///< Depth of the outermost open element that is not ours; 0 for none.
    bool stopped = false;
    std::optional<Diagnostic> failure;
    std::exception_ptr exception;
};

void XMLCALL XmlEvents::State::on_start(void* data, const XML_Char* qualified, const XML_Char** pairs) {
    auto& self = *static_cast<State*>(data);
    self.guard([&] {
        if (++self.depth > self.limits.depth) {
            self.refuse(diagnose(Code::too_deep, {}, {fmt::to_string(self.limits.depth)}));
            return;
        }
        if (self.skips()) return;
        const std::string_view name = self.own_name(qualified);
        if (name.empty()) {
            self.foreign_depth = self.depth;
        } else {
            self.handler.start(name, XmlAttributes(pairs));
        }
    });
}

void XMLCALL XmlEvents::State::on_end(void* data, const XML_Char* qualified) {
    auto& self = *static_cast<State*>(data);
    self.guard([&] {
        const std::size_t closed = self.depth--;
        if (!self.skips()) {
            self.handler.end(self.own_name(qualified));
        } else if (self.foreign_depth == closed) {
            self.foreign_depth = 0;
        }
    });
}

void XMLCALL XmlEvents::State::on_text(void* data, const XML_Char* text, int size) {
    auto& self = *static_cast<State*>(data);
    if (self.skips()) return;
    self.guard([&] { self.handler.text({text, static_cast<std::size_t>(size)}); });
}

void XMLCALL XmlEvents::State::on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& self = *static_cast<State*>(data);
    self.guard([&] { self.refuse(diagnose(Code::workbook_part_doctype, {}, {self.part})); });
}

Diagnostic XmlEvents::State::malformed() const {
    return diagnose(Code::workbook_part_malformed, {},
                    {part, fmt::to_string(XML_GetCurrentLineNumber(parser)),
                     fmt::to_string(XML_GetCurrentColumnNumber(parser) + 1)});
}

void XmlEvents::State::parse(std::string_view piece, bool last) {
    const XML_Status status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    fed += piece.size();
    if (exception) std::rethrow_exception(exception);
    if (stopped) return;
    if (status != XML_STATUS_OK) {
        stopped = true;
        if (XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY)
            std::rethrow_exception(std::make_exception_ptr(std::bad_alloc()));
        failure = malformed();
        return;
    }
    const XML_Index consumed = XML_GetCurrentByteIndex(parser);
    if (!last && consumed >= 0 && fed > static_cast<std::size_t>(consumed) + kLongestToken) {
        stopped = true;
        failure = malformed();
    }
}

XmlEvents::XmlEvents(std::string part, const Limits& limits, XmlHandler& handler)
    : state_(std::make_unique<State>(std::move(part), limits, handler)) {
    if (state_->parser == nullptr) std::rethrow_exception(std::make_exception_ptr(std::bad_alloc()));
}

XmlEvents::~XmlEvents() = default;

bool XmlEvents::feed(std::string_view piece) {
    while (!piece.empty() && !state_->stopped) {
        state_->parse(piece.substr(0, kLargestPiece), false);
        piece.remove_prefix(std::min(piece.size(), kLargestPiece));
    }
    return !state_->stopped;
}

Result<void> XmlEvents::finish() {
    if (!state_->stopped) state_->parse({}, true);
    if (state_->failure) return tl::make_unexpected(*state_->failure);
    return {};
}

const char* XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == *pair) return pair[1];
    }
    return nullptr;
}

std::string_view XmlAttributes::get(std::string_view name) const {
    const char* value = find(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string_view XmlAttributes::relationship() const {
    for (const std::string_view id : kRelationshipIds) {
        if (has(id)) return get(id);
    }
    return {};
}

}  // namespace vanban::data
