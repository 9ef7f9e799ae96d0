// Reads the tables of cases: one case a line, columns separated by a tab, lines with # are comments.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace vanban::test {

struct Row {
    std::size_t line;  ///< From 1, for the report of a mismatch.
    std::vector<std::string> columns;
};

inline std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

inline std::vector<Row> read_table(const std::string& name) {
    std::ifstream file(std::string(VANBAN_SOURCE_DIR "/tests/wording/") + name);
    std::vector<Row> rows;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (!line.empty() && line.front() != '#') rows.push_back({number, split(line, '\t')});
    }
    return rows;
}

/// `text` with every `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace vanban::test
