// XML from outside: pugixml builds the tree, this file holds it to the specification and finds the places.
#include "base/xml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <pugixml.hpp>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "base/xml_check.hpp"

namespace vanban {

namespace {

/// Processing instructions are dropped; a fragment is asked for, so that text outside the root is seen.
constexpr unsigned kParseFlags = pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute |
                                 pugi::parse_cdata | pugi::parse_comments | pugi::parse_ws_pcdata |
                                 pugi::parse_doctype | pugi::parse_fragment;

constexpr std::string_view kSpace = " \t\r\n";

bool is_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Whether the value of an attribute has the bytes that were written, but for white space, which becomes blanks.
bool is_as_written(std::string_view value, std::string_view written) {
    return std::ranges::equal(value, written,
                              [](char a, char b) { return a == b || (a == ' ' && kSpace.find(b) != kSpace.npos); });
}

/// A place for "here": the character at `offset`.
Span character_at(std::string_view text, SourceId id, std::size_t offset) {
    const std::size_t begin = std::min(offset, text.size());
    std::size_t end = begin;
    if (end < text.size()) utf8::next(text, end);
    return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The DOCTYPE that begins before `offset`.
Diagnostic doctype_before(std::string_view text, SourceId id, std::size_t offset) {
    constexpr std::string_view kOpening = "<!DOCTYPE";
    const std::size_t begin = text.rfind(kOpening, offset);
    if (begin == text.npos) return diagnose(Code::xml_doctype, character_at(text, id, offset));
    return diagnose(Code::xml_doctype,
                    {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + kOpening.size())});
}

/// Turns the tree of pugixml into ours. Recursion is bounded by `Limits::depth`.
class Converter {
public:
    Converter(const Source& source, SourceId id, const Limits& limits, Diagnostics& out)
        : text_(source.text), id_(id), limits_(limits), out_(out), errors_before_(out.error_count()) {}

    std::optional<XmlElement> document(const pugi::xml_document& from) {
        const pugi::xml_node root = from.find_child([](auto node) { return node.type() == pugi::node_element; });
        for (const pugi::xml_node& node : from) {
            if (node != root && !check_outside(node, root)) break;
        }
        if (!root && !failed()) out_.add(Code::xml_no_root, span(text_.size(), 0));
        if (failed()) return std::nullopt;
        XmlElement element;
        convert(root, element, 1);
        if (failed()) return std::nullopt;
        return element;
    }

private:
    Span span(std::size_t begin, std::size_t size) const {
        return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }

    std::size_t errors() const { return out_.error_count() - errors_before_; }
    bool failed() const { return errors() > 0; }
    bool stopped() const { return stopped_ || errors() >= limits_.findings; }

    void stop(Code code, Span where, std::size_t limit) {
        out_.add(code, where, {fmt::to_string(limit)});
        stopped_ = true;
    }

    void count_value(Span where) {
        if (++values_ > limits_.values && !stopped_) stop(Code::too_many_values, where, limits_.values);
    }

    /// Only white space may stand beside the root. Returns whether to go on.
    bool check_outside(const pugi::xml_node& node, const pugi::xml_node& root) {
        if (node.type() == pugi::node_doctype) {
            out_.add(doctype_before(text_, id_, offset_of(node)));
            return false;
        }
        if (node.type() == pugi::node_comment) return check_comment(node);
        const RawText raw = is_text(node) ? raw_text(node) : RawText{offset_of(node), std::strlen(node.name())};
        const std::size_t blank = text_.substr(raw.begin, raw.size).find_first_not_of(kSpace);
        if (node.type() == pugi::node_pcdata && blank == text_.npos) return true;
        const std::size_t skipped = std::min(blank, raw.size);
        out_.add(root ? Code::xml_outside_root : Code::xml_no_root, span(raw.begin + skipped, raw.size - skipped),
                 {root.name()});
        return false;
    }

    /// Comments are dropped; two hyphens inside one mean that the end of another was forgotten. Returns true.
    bool check_comment(const pugi::xml_node& node) {
        const std::size_t begin = offset_of(node);
        const std::size_t end = std::min(text_.find("-->", begin), text_.size());
        const std::size_t hyphens = text_.find("--", begin);
        if (hyphens < end) out_.add(Code::xml_malformed, span(hyphens, 2));
        if (hyphens == end && end > begin && text_[end - 1] == '-') out_.add(Code::xml_malformed, span(end - 1, 2));
        return true;
    }

    /// As many as there are, or what hostile files may have at a time.
    template <class Range>
    static std::size_t room_for(const Range& range) {
        constexpr std::size_t kMost = 1024;
        std::size_t count = 0;
        for (auto at = range.begin(); at != range.end() && count < kMost; ++at) ++count;
        return count;
    }

    void convert(const pugi::xml_node& from, XmlElement& to, std::size_t depth) {
        const std::size_t begin = offset_of(from);
        to.name = from.name();
        to.span = span(begin, to.name.size());
        count_value(to.span);
        if (depth > limits_.depth && !stopped()) stop(Code::too_deep, to.span, limits_.depth);
        if (stopped()) return;
        add_attributes(from, begin + to.name.size(), to);
        to.children.reserve(room_for(from));
        for (const pugi::xml_node& child : from) {
            if (stopped()) return;
            if (is_text(child)) add_text(child, to);
            if (child.type() == pugi::node_comment) check_comment(child);
            if (child.type() == pugi::node_element) {
                to.children.push_back({XmlElement{}});
                convert(child, std::get<XmlElement>(to.children.back().value), depth + 1);
            }
        }
        for (XmlNode& child : to.children) {
            if (auto* text = std::get_if<XmlText>(&child.value)) normalize(*text);
        }
    }

    std::size_t offset_of(const pugi::xml_node& node) const {
        const std::ptrdiff_t offset = node.offset_debug();
        assert(offset >= 0 && "a node that was loaded from our buffer");
        return std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text_.size());
    }

    struct RawText {
        std::size_t begin = 0;
        std::size_t size = 0;
    };

    /// Character data as it stands in the source.
    RawText raw_text(const pugi::xml_node& node) const {
        const std::size_t begin = offset_of(node);
        const std::string_view end = node.type() == pugi::node_cdata ? "]]>" : "<";
        return {begin, std::min(text_.find(end, begin), text_.size()) - begin};
    }

    void add_attributes(const pugi::xml_node& from, std::size_t position, XmlElement& to) {
        to.attributes.reserve(room_for(from.attributes()));
        std::unordered_map<std::string_view, Span> seen;
        for (const pugi::xml_attribute& attribute : from.attributes()) {
            if (stopped()) return;
            const RawAttribute raw = raw_attribute(text_, position);
            position = raw.value_end + 1;
            const Span name_span = span(raw.name_begin, raw.name_end - raw.name_begin);
            const Span value_span = span(raw.value_begin, raw.value_end - raw.value_begin);
            count_value(name_span);
            if (const auto first = first_given(attribute.name(), name_span, to, seen)) {
                out_.add(diagnose(Code::xml_duplicate_attribute, name_span, {attribute.name()})
                             .with({Code::first_given_here, *first, {}}));
            }
            check_references(raw.value_begin, raw.value_end);
            check_absent("<", Code::xml_stray_less_than, raw.value_begin, raw.value_end);
            std::string value = utf8::to_nfc(attribute.value());
            const std::string_view written = text_.substr(raw.value_begin, raw.value_end - raw.value_begin);
            const bool exact = is_as_written(value, written);
            to.attributes.push_back({.name = attribute.name(),
                                     .value = std::move(value),
                                     .span = value_span,
                                     .name_span = name_span,
                                     .exact = exact});
        }
    }

    /// Where the element already has an attribute of this name. Few are gone through, many are kept in `seen`.
    static std::optional<Span> first_given(std::string_view name, Span here, const XmlElement& element,
                                           std::unordered_map<std::string_view, Span>& seen) {
        constexpr std::size_t kFew = 16;
        if (element.attributes.capacity() > kFew) {
            const auto [first, is_new] = seen.emplace(name, here);
            return is_new ? std::nullopt : std::optional(first->second);
        }
        const XmlAttribute* first = element.attribute(name);
        return first ? std::optional(first->name_span) : std::nullopt;
    }

    void add_text(const pugi::xml_node& node, XmlElement& to) {
        const RawText raw = raw_text(node);
        const std::size_t begin = raw.begin;
        const std::size_t end = raw.begin + raw.size;
        if (node.type() == pugi::node_pcdata) {
            check_references(begin, end);
            check_absent("]]>", Code::xml_malformed, begin, end);
        }
        const std::string_view value = node.value();
        if (value.empty()) return;
        if (to.children.empty() || to.children.back().text() == nullptr) {
            count_value(span(begin, end - begin));
            const bool exact = value == text_.substr(begin, end - begin);
            to.children.push_back({XmlText{std::string(value), span(begin, end - begin), exact}});
            return;
        }
        auto& merged = std::get<XmlText>(to.children.back().value);
        merged.text += value;
        merged.span.end = static_cast<std::uint32_t>(end);
        merged.exact = false;
    }

    static void normalize(XmlText& text) {
        if (utf8::is_nfc(text.text)) return;
        text.text = utf8::to_nfc(text.text);
        text.exact = false;
    }

    void check_references(std::size_t begin, std::size_t end) {
        const std::string_view raw = text_.substr(begin, end - begin);
        for (std::size_t at = raw.find('&'); at != raw.npos && !stopped(); at = raw.find('&', at + 1)) {
            const Reference reference = read_reference(raw.substr(at));
            if (reference.valid) continue;
            out_.add(Code::xml_bad_reference, span(begin + at, reference.size),
                     {std::string(raw.substr(at, reference.size))});
        }
    }

    void check_absent(std::string_view what, Code code, std::size_t begin, std::size_t end) {
        const std::size_t at = text_.substr(begin, end - begin).find(what);
        if (at != std::string_view::npos) out_.add(code, span(begin + at, what.size()));
    }

    std::string_view text_;
    SourceId id_;
    const Limits& limits_;
    Diagnostics& out_;
    std::size_t errors_before_;
    std::size_t values_ = 0;
    bool stopped_ = false;
};

Diagnostic unfinished(std::string_view text, SourceId id, std::string_view opening, std::size_t offset) {
    const std::size_t begin = std::min(text.rfind(opening, offset), text.size());
    const Span where = character_at(text, id, begin);
    return diagnose(Code::xml_unfinished, where, {std::string(opening)});
}

Diagnostic explain(const pugi::xml_parse_result& result, std::string_view text, SourceId id) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    const Span here = character_at(text, id, offset);
    switch (result.status) {
        case pugi::status_bad_doctype:
            return doctype_before(text, id, offset);
        case pugi::status_unrecognized_tag:
            return diagnose(Code::xml_stray_less_than, character_at(text, id, text.rfind('<', offset)));
        case pugi::status_bad_comment:
            return unfinished(text, id, "<!--", offset);
        case pugi::status_bad_cdata:
            return unfinished(text, id, "<![CDATA[", offset);
        case pugi::status_bad_pi:
            return unfinished(text, id, "<?", offset);
        case pugi::status_bad_start_element:
        case pugi::status_bad_end_element:
            return diagnose(Code::xml_bad_tag, here);
        case pugi::status_bad_attribute:
            return diagnose(Code::xml_bad_attribute, here);
        case pugi::status_out_of_memory:
            return diagnose(Code::xml_out_of_memory, character_at(text, id, 0));
        case pugi::status_end_element_mismatch:
            return find_unbalanced(text, id).value_or(diagnose(Code::xml_malformed, here));
        default:
            return diagnose(Code::xml_malformed, here);
    }
}

/// Cheap checks of the bytes before pugixml sees them.
std::optional<Diagnostic> check_bytes(std::string_view text, SourceId id, const Limits& limits) {
    if (const auto at = utf8::find_invalid(text)) {
        return diagnose(Code::invalid_utf8, {id, static_cast<std::uint32_t>(*at), static_cast<std::uint32_t>(*at + 1)});
    }
    if (const auto at = utf8::find_control(text)) {
        std::size_t end = *at;
        const auto code_point = static_cast<std::uint32_t>(utf8::next(text, end));
        return diagnose(Code::control_character, {id, static_cast<std::uint32_t>(*at), static_cast<std::uint32_t>(end)},
                        {fmt::format("{:04X}", code_point)});
    }
    // pugixml overlooks a lone "<" as the last byte.
    if (text.ends_with('<')) return diagnose(Code::xml_stray_less_than, character_at(text, id, text.size() - 1));
    // Every node of pugixml costs memory before we count our own values.
    const auto tags = static_cast<std::size_t>(std::count(text.begin(), text.end(), '<'));
    if (tags / 2 > limits.values) {
        return diagnose(Code::too_many_values, character_at(text, id, 0), {fmt::to_string(limits.values)});
    }
    return std::nullopt;
}

}  // namespace

const XmlAttribute* XmlElement::attribute(std::string_view wanted) const {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const auto& each) { return each.name == wanted; });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<XmlElement> parse_xml(const Source& source, SourceId id, const Limits& limits, Diagnostics& out) {
    if (auto problem = check_bytes(source.text, id, limits)) {
        out.add(std::move(*problem));
        return std::nullopt;
    }
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(source.text.data(), source.text.size(), kParseFlags, pugi::encoding_utf8);
    if (!result) {
        out.add(explain(result, source.text, id));
        return std::nullopt;
    }
    return Converter(source, id, limits, out).document(document);
}

}  // namespace vanban
