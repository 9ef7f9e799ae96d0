// An Excel form as it will be written: cells, looks, rules for what may be typed. Knows no library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "form/form.hpp"

namespace vanban::form {

/// Looks of cells; what each is like stands in excel_write.cpp.
enum class Look : std::uint8_t {
    Plain,
    Title,
    Advice,
    Header,       ///< Of a column.
    OuterHeader,  ///< Of a column that stands for an outer list.
    Heading,      ///< A row of the first sheet that names a group.
    HeadingHelp,
    Label,
    Fixed,  ///< An answer that is not to be changed.
    Help,
    Example,
    Hidden,  ///< Keys.
    Text,    ///< An answer; stays text whatever is typed.
    Integer,
    Number,  ///< With separators of thousands, and decimals if it has some.
    Day,     ///< dd/mm/yyyy
    RequiredText,
    RequiredInteger,
    RequiredNumber,
    RequiredDay,
    Prose,  ///< A paragraph of the guide.
    ProseHeading,
};

struct FormCell {
    std::uint16_t column = 0;
    Look look = Look::Text;
    std::variant<std::monostate, std::string, double, Date> content = {};
    std::size_t depth = 0;  ///< Steps of indentation.
    friend bool operator==(const FormCell&, const FormCell&) = default;
};

struct FormRow {
    std::vector<FormCell> cells;  ///< By column.
    bool hidden = false;
    int lines = 1;  ///< Room that an answer is given at first.
    friend bool operator==(const FormRow&, const FormRow&) = default;
};

struct FormColumn {
    int width = 10;  ///< Characters.
    bool hidden = false;
    Look look = Look::Plain;  ///< Of its cells below the last row.
    friend bool operator==(const FormColumn&, const FormColumn&) = default;
};

/// What may be typed into cells, and what is said beside them.
struct Rule {
    enum class Kind : std::uint8_t { Any, Choice, Integer, Number, Day };
    Kind kind = Kind::Any;
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint16_t column = 0;
    std::vector<std::string> choices = {};
    std::string title = {};    ///< At most kMostRuleTitle characters.
    std::string message = {};  ///< At most kMostRuleText; empty: nothing is said.
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// "Apply data validation to cells" of Excel's maker, and its file format.
inline constexpr std::size_t kMostRuleTitle = 32;
inline constexpr std::size_t kMostRuleText = 255;

struct FormSheet {
    std::string name;
    std::vector<FormColumn> columns;
    std::vector<FormRow> rows;
    std::vector<Rule> rules;
    std::uint32_t frozen_rows = 0;  ///< The last of them is the header, which repeats in print.
    friend bool operator==(const FormSheet&, const FormSheet&) = default;
};

struct FormBook {
    std::string title;
    std::vector<FormSheet> sheets;
    friend bool operator==(const FormBook&, const FormBook&) = default;
};

/// Rows of a table that are ready to be filled in.
inline constexpr std::uint32_t kTableRows = 500;

/// The form of a template: the answers, a sheet for each table, a guide.
FormBook excel_plan(const tmpl::Template& tmpl, const Request& request);

}  // namespace vanban::form
