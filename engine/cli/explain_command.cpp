// vanban explain: the page of a code, or a list of all codes.
#include <algorithm>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/explain_pages.hpp"

namespace vanban::cli {
namespace {

/// The code as people may copy it: `lỗi[unknown-field]`, `unknown_field`, `Unknown-Field`.
std::string code_meant(std::string_view written) {
    if (const std::size_t open = written.find('['); open != std::string_view::npos)
        written = written.substr(open + 1, written.find(']', open) - open - 1);
    std::string code = utf8::to_lower(utf8::trim(written));
    std::replace(code.begin(), code.end(), '_', '-');
    return code;
}

const ExplainPage* find_page(std::string_view code) {
    const auto pages = explain_pages();
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const ExplainPage& p) { return p.name == code; });
    return found == pages.end() ? nullptr : &*found;
}

/// The code with the fewest typing mistakes; empty if a third of it would be wrong.
std::string_view nearest_code(std::string_view wanted) {
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(3, utf8::length(wanted) / 3 + 1);
    for (const ExplainPage& page : explain_pages())
        if (const std::size_t distance = utf8::edit_distance(wanted, page.name); distance < fewest) {
            best = page.name;
            fewest = distance;
        }
    return best;
}

/// The heading of a page without its `# code: `.
std::string_view title_of(const ExplainPage& page) {
    const std::string_view line = page.text.substr(0, page.text.find('\n'));
    return line.substr(std::min(line.size(), page.name.size() + 4));
}

/// A page for the terminal: examples are indented instead of fenced.
std::string plain_text(std::string_view page) {
    std::string out;
    bool in_example = false;
    for (std::size_t begin = 0; begin < page.size();) {
        const std::size_t end = std::min(page.find('\n', begin), page.size());
        const std::string_view line = page.substr(begin, end - begin);
        begin = end + 1;
        if (line.starts_with("```")) {
            in_example = !in_example;
            continue;
        }
        if (in_example && !line.empty()) out += "    ";
        out += line;
        out += '\n';
    }
    return out;
}

Exit list_codes(Session& session) {
    std::size_t width = 0;
    for (const ExplainPage& page : explain_pages()) width = std::max(width, page.name.size());
    for (const ExplainPage& page : explain_pages())
        session.host().print(std::string(page.name) + std::string(width + 2 - page.name.size(), ' ') +
                             std::string(title_of(page)) + "\n");
    return Exit::Done;
}

}  // namespace

Exit explain(Session& session) {
    const std::string& written = session.options().code;
    if (written.empty()) return list_codes(session);
    const std::string code = code_meant(written);
    if (const ExplainPage* page = find_page(code)) {
        session.host().print(plain_text(page->text));
        return Exit::Done;
    }
    Diagnostic unknown = diagnose(Code::unknown_code, {}, {written});
    if (const std::string_view near = nearest_code(code); !near.empty())
        unknown.notes.push_back({Code::did_you_mean, {}, {std::string(near)}});
    return session.stop(std::move(unknown), Exit::Usage);
}

}  // namespace vanban::cli
