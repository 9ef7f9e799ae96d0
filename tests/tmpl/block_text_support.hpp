// Block text as one line a block, findings as "code@text they point at".
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tmpl/block_text.hpp"

namespace vanban::tmpl::test {

inline constexpr std::string_view kLevels[] = {"phan", "chuong", "muc", "tieu-muc", "dieu", "I.", "1.", "a)", "-", "+"};
inline constexpr std::string_view kColumns[] = {"tt", "chu", "giua", "so"};
inline constexpr std::string_view kEmphasis[] = {"", "b", "i", "bi"};

inline std::string show(const InlineTemplate& runs) {
    std::string text;
    for (const RunTemplate& run : runs) {
        text += std::string(kEmphasis[static_cast<int>(run.emphasis)]) + "[";
        for (const auto& part : run.text.parts) {
            const auto* expr = std::get_if<Expr>(&part);
            text += expr ? "{" + dump(*expr) + "}" : std::get<std::string>(part);
        }
        text += "]";
    }
    return text;
}

inline std::string show(const DoanTemplate& doan) {
    return "doan " + show(doan.text);
}
inline std::string show(const DeMucTemplate& item) {
    return std::string(kLevels[static_cast<int>(item.cap)]) + (item.co_tieu_de ? " # " : " ") + show(item.text);
}
inline std::string show(const InsertTemplate& insert) {
    return "chen " + dump(insert.expr);
}
inline std::string show(const BangTemplate& bang) {
    std::string text = "bang";
    for (const auto& cot : bang.cot)
        text += " " + std::string(kColumns[static_cast<int>(cot.kieu)]) + show(cot.tieu_de);
    for (const auto& hang : bang.hang) {
        text += " /";
        for (const auto& o : hang) text += " " + (o.empty() ? "-" : show(o));
    }
    return text;
}

struct Parsed {
    std::string blocks;    ///< One a line.
    std::string findings;  ///< "code@text", parted by " | ".
    std::vector<std::string> places;
};

inline Parsed parsed(std::string_view text, const Limits& limits = {}) {
    Diagnostics out;
    const Span whole{0, 0, static_cast<std::uint32_t>(text.size())};
    const auto at = [&](Span span) { return std::string(text.substr(span.begin, span.end - span.begin)); };
    const auto blocks = parse_block_text(text, {whole, 0}, limits, out);
    Parsed result;
    for (const Diagnostic& finding : out) {
        if (!result.findings.empty()) result.findings += " | ";
        result.findings += std::string(name(finding.code)) + "@" + at(finding.span);
    }
    if (!blocks) return result;
    for (const BlockTemplate& block : *blocks) {
        result.blocks += std::visit([](const auto& content) { return show(content); }, block.content) + "\n";
        result.places.push_back(at(block.span));
    }
    return result;
}

inline void expect(std::string_view text, std::string_view blocks, std::string_view findings = "") {
    const Parsed result = parsed(text);
    BOOST_TEST(result.blocks == blocks);
    BOOST_TEST(result.findings == findings);
}

}  // namespace vanban::tmpl::test
