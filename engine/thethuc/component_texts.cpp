// The filing line and the code.
#include "thethuc/component_texts.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::string_view kLuu = "Lưu";

/// "(7)", "(12)": the number of copies that are filed.
bool is_count(std::string_view text) {
    if (text.size() < 3 || text.front() != '(' || text.back() != ')') return false;
    return text.substr(1, text.size() - 2).find_first_not_of("0123456789") == text.npos;
}

/// What follows "Lưu:": a place, units behind commas, at most one number of copies at the end.
bool is_filing(std::string_view rest, const std::vector<std::string>& places) {
    const auto place = std::ranges::find_if(places, [&](const std::string& word) { return rest.starts_with(word); });
    if (place == places.end()) return false;
    rest.remove_prefix(place->size());
    if (const std::size_t bracket = rest.find('('); bracket != rest.npos) {
        if (!is_count(rest.substr(bracket))) return false;
        rest = utf8::trim(rest.substr(0, bracket));
    }
    if (rest.empty()) return true;
    return rest.starts_with(", ") && rest.find_first_of(".;:") == rest.npos;
}

}  // namespace

void check_filing_line(TextReport& report, const model::KetThuc& foot, Span span, TextStore& store) {
    const Span block = foot.noi_nhan_span.known() ? foot.noi_nhan_span : span;
    for (const model::Inline& runs : foot.noi_nhan) {
        const std::string_view text = store.text_of(runs);
        std::string_view line = utf8::trim(text);
        if (line.starts_with("- ")) line.remove_prefix(2);
        while (!line.empty() && (line.back() == '.' || line.back() == ';')) line.remove_suffix(1);
        if (!line.starts_with(kLuu)) continue;
        std::string_view rest = utf8::trim(line.substr(kLuu.size()));
        if (rest.starts_with(':')) rest = utf8::trim(rest.substr(1));
        if (is_filing(rest, report.rules().filing_places)) continue;
        report.add(Code::malformed_luu, {text, 0, text.size(), block}, {std::string(line)});
    }
}

void check_letter_code(TextReport& report, const model::DauVanBan& dau, Span span) {
    if (!dau.so_ky_hieu) return;
    const std::string& code = dau.so_ky_hieu->ky_hieu;
    const std::size_t dash = code.find('-');
    if (dash == code.npos) return;
    const auto& types = report.rules().letter_types;
    if (std::ranges::find(types, code.substr(0, dash)) == types.end()) return;
    report.add(Code::letter_code_with_type, {code, 0, code.size(), span}, {code, code.substr(dash + 1)});
}

}  // namespace vanban::thethuc
