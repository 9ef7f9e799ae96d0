// What an Excel form asks for: questions with one answer each, and tables for lists of groups. No cells yet.
#pragma once

#include <string>
#include <vector>

#include "data/value.hpp"
#include "tmpl/template.hpp"

namespace vanban::form {

/// One row of the first sheet.
struct Question {
    enum class Kind : std::uint8_t {
        Heading,  ///< Title of a group.
        Answer,   ///< A cell to fill in: a scalar, or a line for each item of a list.
        Table,    ///< Says which sheets hold a list.
    };
    Kind kind = Kind::Answer;
    const tmpl::Field* field = nullptr;  ///< Borrowed from the template.
    std::string key;                     ///< "co_quan.ten"
    std::size_t depth = 0;               ///< 0 at the top, one more in each group.
    bool required = false;               ///< Required wherever the group is given.
    bool in_optional_group = false;
    const data::Value* known = nullptr;
    std::string sheets = {};  ///< Of a Table: names of its sheets.
};

/// A column of a table.
struct Column {
    std::string key;    ///< Of an own member "chu_ky", of an outer list "phan.ten".
    std::string label;  ///< "Ảnh chữ ký > Tệp ảnh"
    const tmpl::Field* field = nullptr;
    bool required = false;
    bool outer = false;             ///< Chooses the item of an outer list; blank: as in the row above.
    std::vector<std::string> path;  ///< Keys from the item of its list.
};

/// A list on the way to a table, with the columns that stand for its items.
struct Level {
    const tmpl::Field* list = nullptr;
    std::vector<Column> columns;
};

/// A sheet: the list at the end of `levels`, whose items its rows are.
struct Table {
    std::string path;  ///< "du_toan.phan.muc.nhom.khoan"
    std::string name;  ///< Of the sheet: at most 31 characters, unique whatever the case of letters.
    std::vector<Level> levels;
    const data::Value* known = nullptr;  ///< The group that holds the outermost list.
};

struct Outline {
    std::vector<Question> questions;
    std::vector<Table> tables;
    std::vector<std::string> left_out;  ///< "Các bảng (cac_bang)": what the form does not ask for.
};

/// Scalars and lists of scalars become questions, lists of groups tables. A list in a list is put where its items can
/// name all outer items: the deepest chain is one sheet, with the outer levels as columns on the left; the same list
/// on a shallower level needs no sheet, because levels may be left blank. An outer list that holds more than its
/// name, and whose inner list may be empty, gets a sheet of its own before.
Outline outline(const tmpl::Template& tmpl, const data::Value* known);

}  // namespace vanban::form
