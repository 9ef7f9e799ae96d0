// The pages of templates/thong-bao/ as tests read them: fenced examples, and what the program says of each.
#pragma once

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/fake_host.hpp"

namespace vanban::cli {

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::filesystem::path pages_folder() {
    return std::filesystem::path(VANBAN_SOURCE_DIR) / "templates" / "thong-bao";
}

/// A fenced block: ```yaml sai nen=ke-hoach kem=missing-field,unknown-field
struct Example {
    std::string language;      ///< yaml, json, csv …: data; markdown: block text; xml: a template; sh: a command line
    std::string role;          ///< sai (gives the code of the page), dung (gives nothing), du-lieu (a file for both)
    std::string base;          ///< nen=: a whole document of nen/ that the data completes
    std::string file;          ///< tep=: name of the file of a du-lieu block, or of the template
    std::string path;          ///< vao=: the list that the data is added to
    bool as_workbook = false;  ///< xlsx: rendered as a spreadsheet
    std::set<std::string> kem;  ///< other codes that it may give
    std::string text;
};

inline std::string after(const std::string& word, const std::string& key) {
    return word.starts_with(key) ? word.substr(key.size()) : std::string();
}

inline Example read_fence(const std::string& line) {
    Example example;
    std::istringstream words(line.substr(3));
    words >> example.language >> example.role;
    for (std::string word; words >> word;) {
        if (word == "xlsx") example.as_workbook = true;
        if (const auto value = after(word, "nen="); !value.empty()) example.base = value;
        if (const auto value = after(word, "tep="); !value.empty()) example.file = value;
        if (const auto value = after(word, "vao="); !value.empty()) example.path = value;
        std::istringstream codes(after(word, "kem="));
        for (std::string code; std::getline(codes, code, ',');) example.kem.insert(code);
    }
    return example;
}

inline std::vector<Example> examples_of(const std::string& page) {
    std::vector<Example> found;
    std::istringstream lines(page);
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            if (!inside) found.push_back(read_fence(line));
            inside = !inside;
        } else if (inside) {
            found.back().text += line + "\n";
        }
    }
    return found;
}

/// A command line as a shell splits it: blanks, and double quotes around words with blanks.
inline std::vector<std::string> split_command(const std::string& line) {
    std::vector<std::string> words;
    bool quoted = false;
    bool open = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            if (!open) words.emplace_back();
            open = true;
        } else if ((c == ' ' || c == '\n') && !quoted) {
            open = false;
        } else {
            if (!open) words.emplace_back();
            open = true;
            words.back() += c;
        }
    }
    return words;
}

/// Block text as a data file.
inline std::string as_block_text(const std::string& text) {
    std::string data = "noi_dung: |\n";
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) data += "  " + line + "\n";
    return data;
}

/// What stands in a template's body as a whole template: fields come before `than`.
inline std::string as_template(const std::string& text) {
    std::size_t body = 0;
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        const std::string_view one = std::string_view(text).substr(line, end - line);
        const bool field = one.starts_with("<truong") || one.starts_with("<nhom-truong") || one.starts_with(" ") ||
                           one.starts_with("</truong") || one.starts_with("</nhom-truong");
        if (!field) break;
        body = line = end + 1;
    }
    body = std::min(body, text.size());
    return R"(<mau ten="vi-du" loai="bieu-mau" nhan="Ví dụ"><mo-ta>Ví dụ</mo-ta>)" + text.substr(0, body) + "<than>" +
           text.substr(body) + "</than></mau>\n";
}

/// Puts the templates of an example into the folder `mau`; returns the name of the first.
inline std::string add_templates(FakeHost& host, const Example& example) {
    if (!example.text.starts_with("<mau ")) {
        host.files["mau/vi-du.xml"] = as_template(example.text);
        return "vi-du";
    }
    std::string first;
    for (std::size_t begin = 0; begin < example.text.size();) {
        const std::size_t end = std::min(example.text.find("<mau ", begin + 1), example.text.size());
        const std::string text = example.text.substr(begin, end - begin);
        const std::size_t name = text.find("ten=\"") + 5;
        const std::string file = example.file.empty() ? text.substr(name, text.find('"', name) - name) : example.file;
        host.files["mau/" + file + ".xml"] = text;
        if (first.empty()) first = file;
        begin = end;
    }
    return first;
}

/// The command line that tries an example, and its files.
inline std::vector<std::string> prepare(FakeHost& host, const Example& example, const std::vector<Example>& all) {
    for (const auto& entry : std::filesystem::directory_iterator(pages_folder() / "nen"))
        host.files[entry.path().filename().string()] = read_text(entry.path());
    for (const Example& other : all)
        if (other.role == "du-lieu") host.files[other.file.empty() ? "du-lieu.yaml" : other.file] = other.text;
    if (example.language == "sh") {
        std::vector<std::string> words = split_command(example.text);
        words.erase(words.begin());
        return words;
    }
    std::vector<std::string> words{example.as_workbook ? "render" : "check"};
    if (example.as_workbook) words.insert(words.end(), {"-o", "out.xlsx"});
    std::string base = example.base;
    if (example.language == "markdown" && base.empty()) base = "ke-hoach";
    if (!base.empty()) words.push_back(base + ".yaml");
    if (example.language == "xml" && base.empty()) {
        if (!host.files.contains("du-lieu.yaml")) host.files["du-lieu.yaml"] = "{}\n";
        words.insert(words.end(), {"du-lieu.yaml", "--templates", "mau", "-t", add_templates(host, example)});
        return words;
    }
    const bool block_text = example.language == "markdown";
    const std::string file = "vi-du." + (block_text ? "yaml" : example.language);
    host.files[file] = block_text ? as_block_text(example.text) : example.text;
    if (example.path.empty())
        words.push_back(file);
    else
        words.insert(words.end(), {"--add", example.path + "=" + file});
    return words;
}

/// The codes that the program gives for an example; `said` is what it printed.
inline std::set<std::string> codes_of(const Example& example, const std::vector<Example>& all, std::string& said) {
    FakeHost host;
    std::vector<std::string> words = prepare(host, example, all);
    words.insert(words.begin(), {"--diagnostics", "json", "--lang", "vi"});
    run(words, host);
    said = host.err;
    std::set<std::string> codes;
    std::istringstream lines(host.err);
    constexpr std::string_view kKey = "\"code\":\"";
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find(kKey);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + kKey.size();
        codes.insert(line.substr(begin, line.find('"', begin) - begin));
    }
    return codes;
}

}  // namespace vanban::cli
