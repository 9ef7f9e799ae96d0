// Names of the files to make: a pattern with expressions, filled in from a record, and made unique in record order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"
#include "tmpl/expr.hpp"

namespace vanban::batch {

/// `out/{{ ma }}`: a path without the ending of its file. Folders come from the pattern's own "/", never from data.
class Pattern {
public:
    /// Reports what is wrong with it at its places; `text` joins `sources`.
    static std::optional<Pattern> parse(std::string_view text, Sources& sources, const Limits& limits,
                                        Diagnostics& out);
    /// The folder that is the same for all: what stands before the first "/" that follows or holds an expression.
    const std::string& folder() const { return folder_; }
    /// The names that its expressions begin with, each once.
    const std::vector<std::string>& names() const { return names_; }
    /// The path for `record`, a map. Empty exactly when an error was reported.
    std::optional<std::string> fill(const data::Value& record, const Limits& limits, Diagnostics& out) const;

private:
    /// What stands between two "/".
    struct Component {
        std::vector<std::variant<std::string, tmpl::Expr>> parts;
        bool computed = false;
    };
    void add_text(std::string_view text);
    void add_expression(tmpl::Expr expr);

    std::vector<Component> components_{1};
    std::string folder_;
    std::vector<std::string> names_;
};

/// A set of hashes, eight bytes each: the names of a hundred thousand files take two megabytes.
class HashSet {
public:
    /// False if it was there before.
    bool insert(std::uint64_t hash);
    bool contains(std::uint64_t hash) const;
    std::size_t size() const { return size_; }

private:
    std::size_t place_of(std::uint64_t hash) const;
    void grow();

    std::vector<std::uint64_t> slots_;
    std::size_t size_ = 0;
};

/// Paths that were given out. Two that differ in nothing but case are the same, as on Windows and macOS.
class NameBook {
public:
    /// `ending`: bytes to keep free in the last component, for ".docx".
    explicit NameBook(std::size_t ending) : ending_(ending) {}
    /// `path`, or the first of `path (2)`, `path (3)` … that is free; cut to what a file name can hold.
    std::string claim(std::string_view path);
    bool claimed(std::string_view path) const;

private:
    std::size_t ending_;
    HashSet taken_;
    std::unordered_map<std::uint64_t, std::uint32_t> next_;  ///< Number to try next, of paths claimed more than once.
};

}  // namespace vanban::batch
