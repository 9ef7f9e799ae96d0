// Fields to questions and tables.
#include "form/excel_outline.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "form/example.hpp"
#include "form/wording.hpp"
#include "tmpl/coerce.hpp"
#include "xlsx/references.hpp"

namespace vanban::form {
namespace {

using tmpl::Field;
using tmpl::FieldType;
using Fields = std::vector<Field>;

const Fields& item_members(const Field& list) {
    return list.members.front().members;
}

bool is_asked_table(const Field& field) {
    return field.in_forms && is_table(field);
}

bool same_list(const Field& a, const Field& b) {
    return a.ten == b.ten && item_members(a) == item_members(b);
}

/// `list` and the deepest lists in its items, from the outside in.
std::vector<const Field*> chain_of(const Field& list) {
    std::vector<const Field*> deepest;
    for (const Field& member : item_members(list)) {
        if (!is_asked_table(member)) continue;
        std::vector<const Field*> below = chain_of(member);
        if (below.size() > deepest.size()) deepest = std::move(below);
    }
    deepest.insert(deepest.begin(), &list);
    return deepest;
}

/// Whether rows of the sheet of `chain` can be items of `list`, which stands beside the first list of the chain.
bool covers(const std::vector<const Field*>& chain, const Field& list) {
    return std::any_of(chain.begin() + 1, chain.end(), [&](const Field* one) { return same_list(*one, list); });
}

bool is_covered(const Fields& siblings, const Field& list) {
    return std::ranges::any_of(siblings, [&](const Field& other) {
        return &other != &list && is_asked_table(other) && covers(chain_of(other), list);
    });
}

std::string joined_path(const std::vector<std::string>& parts) {
    std::string result;
    for (const std::string& part : parts) result += (result.empty() ? "" : ".") + part;
    return result;
}

const Field* shorthand_of(const Field& group) {
    const auto found = std::ranges::find(group.members, group.viet_gon, &Field::ten);
    const bool scalar = found != group.members.end() && tmpl::is_scalar(found->kieu);
    return scalar ? &*found : nullptr;
}

/// The members of an item that one cell can hold; groups are taken apart, or stand for their shorthand.
class ColumnFinder {
public:
    std::vector<Column> find(const Fields& members) {
        add(members, {}, "", true);
        return std::move(columns_);
    }

private:
    void add(const Fields& members, const std::vector<std::string>& path, const std::string& label, bool given) {
        for (const Field& member : members) {
            if (!member.in_forms || member.kieu == FieldType::BatKy) continue;
            std::vector<std::string> here = path;
            here.push_back(member.ten);
            const std::string name = label + std::string(label_of(member));
            const bool required = given && must_be_given(member);
            const Field* cell = member.kieu == FieldType::Nhom ? shorthand_of(member) : &member;
            if (!cell)
                add(member.members, here, name + std::string(kPathMark), required);
            else if (tmpl::is_scalar(cell->kieu) || is_plain_list(*cell))
                columns_.push_back({joined_path(here), name, cell, required, false, here});
        }
    }

    std::vector<Column> columns_;
};

/// The column that tells items apart for a reader: the first that must be given, else the first.
std::vector<Column> identity(std::vector<Column> columns) {
    const auto required = std::ranges::find_if(columns, &Column::required);
    if (columns.empty()) return columns;
    return {required == columns.end() ? columns.front() : *required};
}

/// Without a beginning that makes data::read pass over a sheet.
std::string read_sheet_name(std::string_view label) {
    const bool passed_over =
        label.starts_with('_') || utf8::fold_to_key(label).starts_with(utf8::fold_to_key(kGuideSheet));
    return (passed_over ? "Bảng " : "") + std::string(label);
}

class Outliner {
public:
    Outline make(const tmpl::Template& tmpl, const data::Value* known) {
        for (const std::string_view name : {kFirstSheet, kGuideSheet, kChoicesSheet}) xlsx::sheet_name(name, taken_);
        walk(tmpl.fields, {{}, 0, false, known, {}, {}});
        return std::move(outline_);
    }

private:
    /// Where fields stand.
    struct Place {
        std::vector<std::string> path;
        std::size_t depth = 0;
        bool in_optional_group = false;
        const data::Value* known = nullptr;
        std::string group;      ///< Label of the group around them.
        std::string shorthand;  ///< Member that a value stands for which is no map.

        const data::Value* known_of(const Field& field) const {
            const bool whole = known && known->kind() != data::Kind::Map && field.ten == shorthand;
            return whole ? known : known_value(known, field);
        }
    };

    void walk(const Fields& fields, const Place& place) {
        for (const Field& field : fields) {
            if (field.kieu == FieldType::BatKy) continue;
            std::vector<std::string> path = place.path;
            path.push_back(field.ten);
            if (!field.in_forms)
                leave_out(field, path);
            else if (field.kieu == FieldType::Nhom)
                add_group(field, place, path);
            else if (is_table(field))
                add_list(fields, field, place, path);
            else if (tmpl::is_scalar(field.kieu) || is_plain_list(field))
                ask(Question::Kind::Answer, field, place, path);
            else
                leave_out(field, path);
        }
    }

    void leave_out(const Field& field, const std::vector<std::string>& path) {
        outline_.left_out.push_back(std::string(label_of(field)) + " (" + joined_path(path) + ")");
    }

    Question& ask(Question::Kind kind, const Field& field, const Place& place, const std::vector<std::string>& path) {
        const data::Value* known = kind == Question::Kind::Answer ? place.known_of(field) : nullptr;
        outline_.questions.push_back(
            {kind, &field, joined_path(path), place.depth, must_be_given(field), place.in_optional_group, known});
        return outline_.questions.back();
    }

    void add_group(const Field& field, const Place& place, const std::vector<std::string>& path) {
        ask(Question::Kind::Heading, field, place, path);
        walk(field.members, {path, place.depth + 1, place.in_optional_group || !must_be_given(field),
                             place.known_of(field), std::string(label_of(field)), field.viet_gon});
    }

    void add_list(const Fields& siblings, const Field& field, const Place& place,
                  const std::vector<std::string>& path) {
        if (is_covered(siblings, field)) return;
        const std::size_t before = outline_.tables.size();
        add_tables({}, field, path, place);
        Question& question = ask(Question::Kind::Table, field, place, path);
        for (std::size_t i = before; i < outline_.tables.size(); ++i)
            question.sheets += (i > before ? ", " : "") + std::string("“") + outline_.tables[i].name + "”";
    }

    /// The sheets of `list`, whose outer lists are `levels`.
    void add_tables(std::vector<Level> levels, const Field& list, const std::vector<std::string>& path,
                    const Place& place) {
        std::vector<Column> own = ColumnFinder().find(item_members(list));
        if (clashes(levels, own)) return leave_out(list, path);
        leave_out_members(item_members(list), path);
        const std::vector<const Field*> chain = chain_of(list);
        const Field* inner = chain.size() > 1 ? chain[1] : nullptr;
        const bool told_by_inner_rows = inner && (own.size() == 1 || (inner->bat_buoc && !own.empty()));
        if (!told_by_inner_rows) {
            levels.push_back({&list, own});
            add_table(levels, path, place);
            levels.back().columns = identity(std::move(own));
        } else {
            levels.push_back({&list, std::move(own)});
        }
        for (Column& column : levels.back().columns) column.outer = true;
        add_inner_tables(levels, list, chain, path, place);
    }

    /// What a row could hold, but no cell.
    void leave_out_members(const Fields& members, const std::vector<std::string>& path) {
        for (const Field& member : members) {
            const bool cell = tmpl::is_scalar(member.kieu) || is_plain_list(member) || member.kieu == FieldType::Nhom;
            if (member.kieu == FieldType::BatKy || (member.in_forms && (cell || is_table(member)))) continue;
            std::vector<std::string> below = path;
            below.push_back(member.ten);
            leave_out(member, below);
        }
    }

    void add_inner_tables(const std::vector<Level>& levels, const Field& list, const std::vector<const Field*>& chain,
                          const std::vector<std::string>& path, const Place& place) {
        for (const Field& member : item_members(list)) {
            if (!is_asked_table(member)) continue;
            const std::vector<const Field*> inner(chain.begin() + 1, chain.end());
            if (&member != inner.front() && covers(inner, member)) continue;
            std::vector<std::string> below = path;
            below.push_back(member.ten);
            if (levels.back().columns.empty())
                leave_out(member, below);
            else
                add_tables(levels, member, below, place);
        }
    }

    /// A member that is called like an outer list would be taken for it.
    static bool clashes(const std::vector<Level>& levels, const std::vector<Column>& own) {
        return std::ranges::any_of(own, [&](const Column& column) {
            return std::ranges::any_of(levels,
                                       [&](const Level& level) { return level.list->ten == column.path.front(); });
        });
    }

    void add_table(const std::vector<Level>& levels, const std::vector<std::string>& path, const Place& place) {
        const bool of_group = levels.size() > 1 && !place.group.empty();
        const std::string name = read_sheet_name(of_group ? place.group : label_of(*levels.back().list));
        Table table{joined_path(path), xlsx::sheet_name(name, taken_), levels, place.known};
        for (std::size_t i = 0; i + 1 < table.levels.size(); ++i)
            for (Column& column : table.levels[i].columns) {
                column.key = table.levels[i].list->ten + "." + column.key;
                column.required = false;
            }
        outline_.tables.push_back(std::move(table));
    }

    Outline outline_;
    std::vector<std::string> taken_;  ///< Names of sheets.
};

}  // namespace

Outline outline(const tmpl::Template& tmpl, const data::Value* known) {
    return Outliner().make(tmpl, known);
}

}  // namespace vanban::form
