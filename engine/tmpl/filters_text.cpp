// Filters on texts, and those that take several types.
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/filter_functions.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl::filter {
namespace {

tl::unexpected<Diagnostic> failed(Diagnostic diagnostic) {
    return tl::unexpected(std::move(diagnostic));
}

/// The subject through `change`, which hardly lengthens a text.
template <class Change>
Result<Ref> changed(FilterCall& call, Change change) {
    std::string printed;
    const auto text = call.text(printed);
    if (!text) return failed(text.error());
    if (auto exceeded = call.spend(0, text->size())) return failed(std::move(*exceeded));
    return call.made(change(*text));
}

template <class Test>
Result<Ref> tested(FilterCall& call, Test test) {
    std::string printed;
    const auto text = call.text(printed);
    if (!text) return failed(text.error());
    std::string printed_part;
    const auto part = call.text_argument(0, printed_part);
    if (!part) return failed(part.error());
    return call.made(test(*text, *part));
}

std::string lower_first(std::string_view text) {
    std::size_t first = 0;
    if (!text.empty()) utf8::next(text, first);
    return utf8::to_lower(text.substr(0, first)) + std::string(text.substr(first));
}

std::size_t count_parts(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

std::string replace(std::string_view text, std::string_view part, std::string_view by) {
    std::string result;
    std::size_t begin = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, begin)) {
        result += text.substr(begin, at - begin);
        result += by;
        begin = at + part.size();
    }
    result += text.substr(begin);
    return result;
}

}  // namespace

Result<Ref> hoa(FilterCall& call) {
    return changed(call, utf8::to_upper);
}
Result<Ref> thuong(FilterCall& call) {
    return changed(call, utf8::to_lower);
}
Result<Ref> dau_hoa(FilterCall& call) {
    return changed(call, utf8::capitalize);
}
Result<Ref> dau_thuong(FilterCall& call) {
    return changed(call, lower_first);
}

Result<Ref> mac_dinh(FilterCall& call) {
    const auto* text = call.subject->get_if<std::string>();
    if (call.subject->is_null() || (text && text->empty())) return std::move(call.arguments[0]);
    return std::move(call.subject);
}

Result<Ref> do_dai(FilterCall& call) {
    std::size_t length = 0;
    if (const auto* list = call.subject->get_if<data::List>())
        length = list->size();
    else if (const auto* map = call.subject->get_if<data::Map>())
        length = map->size();
    else if (const auto* text = call.subject->get_if<std::string>())
        length = utf8::length(*text);
    else
        return failed(wrong_type(*call.subject, Code::expects_list, call.subject_at()));
    return call.made(data::Number{Decimal(static_cast<std::int64_t>(length)), {}});
}

Result<Ref> bat_dau(FilterCall& call) {
    return tested(call, [](std::string_view text, std::string_view part) { return text.starts_with(part); });
}

Result<Ref> ket_thuc(FilterCall& call) {
    return tested(call, [](std::string_view text, std::string_view part) { return text.ends_with(part); });
}

Result<Ref> chua(FilterCall& call) {
    return tested(call, [](std::string_view text, std::string_view part) { return text.find(part) != text.npos; });
}

Result<Ref> thay(FilterCall& call) {
    std::string printed;
    const auto text = call.text(printed);
    if (!text) return failed(text.error());
    std::string printed_part;
    const auto part = call.text_argument(0, printed_part);
    if (!part) return failed(part.error());
    std::string printed_by;
    const auto by = call.text_argument(1, printed_by);
    if (!by) return failed(by.error());
    if (part->empty()) return failed(call.refuse_argument(0));
    const std::size_t count = count_parts(*text, *part);
    if (auto exceeded = call.spend(count, text->size() + count * by->size())) return failed(std::move(*exceeded));
    return call.made(replace(*text, *part, *by));
}

Result<Ref> tach(FilterCall& call) {
    std::string printed;
    const auto text = call.text(printed);
    if (!text) return failed(text.error());
    std::string printed_separator;
    const auto separator = call.text_argument(0, printed_separator);
    if (!separator) return failed(separator.error());
    if (separator->empty()) return failed(call.refuse_argument(0));
    const std::size_t count = count_parts(*text, *separator) + 1;
    if (auto exceeded = call.spend(count, text->size() + count * sizeof(data::Value)))
        return failed(std::move(*exceeded));
    data::List parts;
    const auto add = [&](std::string_view part) {
        parts.emplace_back(std::string(utf8::trim(part)), call.subject->span);
    };
    std::string_view rest = *text;
    for (std::size_t at = rest.find(*separator); at != rest.npos; at = rest.find(*separator)) {
        add(rest.substr(0, at));
        rest.remove_prefix(at + separator->size());
    }
    if (!parts.empty() || !utf8::trim(rest).empty()) add(rest);
    return call.made(std::move(parts));
}

}  // namespace vanban::tmpl::filter
