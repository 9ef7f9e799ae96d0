// Questions and tables to sheets: the first holds keys and answers, one follows for each table, the last is a guide.
#include "form/excel_plan.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "form/example.hpp"
#include "form/excel_help.hpp"
#include "form/excel_outline.hpp"
#include "form/wording.hpp"

namespace vanban::form {
namespace {

using tmpl::Field;
using tmpl::FieldType;

// Columns of the first sheet.
constexpr std::uint16_t kKey = 0, kLabel = 1, kValue = 2, kHelp = 3, kExample = 4;

/// Lines that answers of several lines are given at first.
constexpr int kBlockLines = 4, kListLines = 2;

FormCell cell(std::uint16_t column, Look look, std::string_view text, std::size_t depth = 0) {
    FormCell result{column, look, {}, depth};
    if (!text.empty()) result.content = std::string(text);
    return result;
}

std::string with_mark(std::string_view label, bool required) {
    return std::string(label) + (required ? std::string(kRequiredMark) : std::string());
}

// The first sheet.

class FirstSheet {
public:
    FormSheet make(const tmpl::Template& tmpl, const Outline& outline) {
        sheet_.name = kFirstSheet;
        sheet_.columns = {{12, true}, {32}, {52}, {46}, {34}};
        add({cell(kLabel, Look::Title, std::string(kFormTitle) + ": " + utf8::to_upper(tmpl.nhan))});
        for (const std::string_view advice : {kAdviceFill, kAdviceKeep}) add({cell(kLabel, Look::Advice, advice)});
        add({});
        add({cell(kKey, Look::Header, kKeyHeader), cell(kLabel, Look::Header, kLabelHeader),
             cell(kValue, Look::Header, kValueHeader), cell(kHelp, Look::Header, kGuideHeader),
             cell(kExample, Look::Header, kExampleHeader)});
        sheet_.frozen_rows = next_row();
        add({cell(kKey, Look::Hidden, "mau"), cell(kLabel, Look::Label, kTemplateLabel),
             cell(kValue, Look::Fixed, tmpl.ten), cell(kHelp, Look::Help, kTemplateHelp),
             cell(kExample, Look::Example, "")});
        for (const Question& question : outline.questions) add_question(question);
        return std::move(sheet_);
    }

private:
    std::uint32_t next_row() const { return static_cast<std::uint32_t>(sheet_.rows.size()); }
    void add(std::vector<FormCell> cells) { sheet_.rows.push_back({std::move(cells)}); }

    void add_question(const Question& question) {
        switch (question.kind) {
            case Question::Kind::Heading:
                return add_heading(question);
            case Question::Kind::Table:
                return add_pointer(question);
            case Question::Kind::Answer:
                return add_answer(question);
        }
    }

    void add_heading(const Question& question) {
        add({cell(kKey, Look::Hidden, ""), cell(kLabel, Look::Heading, label_of(*question.field), question.depth),
             cell(kValue, Look::Heading, ""), cell(kHelp, Look::HeadingHelp, question.field->tro_giup),
             cell(kExample, Look::Heading, "")});
    }

    void add_pointer(const Question& question) {
        std::string help = std::string(kSeeSheets) + question.sheets;
        if (!question.field->tro_giup.empty()) help += ". " + question.field->tro_giup;
        const bool required = question.required && !question.in_optional_group;
        add({cell(kKey, Look::Hidden, ""),
             cell(kLabel, Look::Label, with_mark(label_of(*question.field), required), question.depth),
             cell(kValue, Look::Fixed, ""), cell(kHelp, Look::Help, help), cell(kExample, Look::Example, "")});
    }

    void add_answer(const Question& question) {
        const Field& field = *question.field;
        const bool required = question.required && !question.in_optional_group;
        std::string help = help_of(field);
        if (question.required && question.in_optional_group)
            help = std::string(kRequiredInGroup) + (help.empty() ? "" : ". " + help);
        const Look look = input_look(field, required ? Need::Required : Need::Optional);
        Rule rule = rule_of(field);
        rule.first_row = rule.last_row = next_row();
        rule.column = kValue;
        if (rule.kind != Rule::Kind::Any) sheet_.rules.push_back(std::move(rule));
        add({cell(kKey, Look::Hidden, question.key),
             cell(kLabel, Look::Label, with_mark(label_of(field), required), question.depth),
             known_cell(kValue, field, look, question.known), cell(kHelp, Look::Help, help),
             cell(kExample, Look::Example, example_text(field))});
        if (field.kieu == FieldType::NoiDung) sheet_.rows.back().lines = kBlockLines;
        if (is_plain_list(field)) sheet_.rows.back().lines = kListLines;
    }

    FormSheet sheet_;
};

// A table.

/// Tables of more columns than a screen shows have narrow ones.
constexpr std::size_t kManyColumns = 9;

int width_of(const Column& column, bool narrow) {
    const Field& field = *column.field;
    if (is_plain_list(field)) return narrow ? 20 : 28;
    switch (field.kieu) {
        case FieldType::SoNguyen:
            return 11;
        case FieldType::So:
        case FieldType::Ngay:
        case FieldType::NgayThieu:
            return 15;
        case FieldType::DungSai:
            return 10;
        case FieldType::LuaChon:
            return 16;
        case FieldType::NoiDung:
            return 48;
        default:
            return column.required ? (narrow ? 24 : 36) : (narrow ? 17 : 22);
    }
}

class TableSheet {
public:
    explicit TableSheet(const Table& table) : table_(table) {}

    FormSheet make() {
        sheet_.name = table_.name;
        std::size_t columns = 0;
        for (const Level& level : table_.levels) columns += level.columns.size();
        FormRow mark{{cell(0, Look::Hidden, std::string(kTableMark) + table_.path)}, true}, keys{{}, true}, labels;
        for (const Level& level : table_.levels)
            for (const Column& column : level.columns) {
                const auto index = static_cast<std::uint16_t>(sheet_.columns.size());
                sheet_.columns.push_back(
                    {width_of(column, columns > kManyColumns), false, input_look(*column.field, Need::Optional)});
                keys.cells.push_back(cell(index, Look::Hidden, column.key));
                labels.cells.push_back(cell(index, column.outer ? Look::OuterHeader : Look::Header,
                                            with_mark(column.label, column.required)));
                add_rule(column, index);
            }
        sheet_.rows = {std::move(mark), std::move(keys), std::move(labels)};
        sheet_.frozen_rows = static_cast<std::uint32_t>(sheet_.rows.size());
        if (table_.known) add_known(0, *table_.known, {});
        return std::move(sheet_);
    }

private:
    static constexpr std::uint32_t kHeaderRows = 3;

    void add_rule(const Column& column, std::uint16_t index) {
        Rule rule = rule_of(*column.field);
        rule.first_row = kHeaderRows;
        rule.last_row = kHeaderRows + kTableRows - 1;
        rule.column = index;
        rule.title = clipped(column.label, kMostRuleTitle);
        rule.message = clipped(message_of(column), kMostRuleText);
        if (rule.kind != Rule::Kind::Any || !rule.message.empty()) sheet_.rules.push_back(std::move(rule));
    }

    std::string message_of(const Column& column) const {
        std::string text;
        const auto add = [&](std::string sentence) {
            if (!sentence.empty()) text += (text.empty() ? "" : text.ends_with('.') ? " " : ". ") + sentence;
        };
        if (column.required) add(std::string(kRequired));
        if (column.outer) add(std::string(table_.levels.size() > 2 ? kHelpOuterLevels : kHelpOuter));
        add(help_of(*column.field));
        std::string example = example_text(*column.field);
        std::ranges::replace(example, '\n', ';');
        if (!example.empty()) add(std::string(kExampleIs) + example);
        return text;
    }

    // Rows that are known. A level may be missing, so that each list is looked for on all levels below: the innermost
    // first, because a blank level below others means the one of the row above.

    void add_known(std::size_t level, const data::Value& group, const std::vector<FormCell>& outer) {
        for (std::size_t below = table_.levels.size(); below-- > level;) {
            const data::Value* list = known_value(&group, *table_.levels[below].list);
            if (!list) continue;
            if (const auto* items = list->get_if<data::List>())
                for (const data::Value& item : *items) add_item(below, item, outer);
            else
                add_item(below, *list, outer);
        }
    }

    void add_item(std::size_t level, const data::Value& item, std::vector<FormCell> cells) {
        std::uint16_t index = 0;
        for (std::size_t above = 0; above < level; ++above)
            index = static_cast<std::uint16_t>(index + table_.levels[above].columns.size());
        for (const Column& column : table_.levels[level].columns) {
            FormCell known = known_cell(index++, *column.field, input_look(*column.field, Need::Optional),
                                        value_at(table_.levels[level], column, item));
            if (known.content.index() != 0) cells.push_back(std::move(known));
        }
        if (level + 1 < table_.levels.size())
            add_known(level + 1, item, cells);
        else if (!cells.empty())
            sheet_.rows.push_back({std::move(cells)});
    }

    /// What a column holds of an item; an item that is no map stands for the member of its shorthand.
    static const data::Value* value_at(const Level& level, const Column& column, const data::Value& item) {
        const Field& type = level.list->members.front();
        if (item.kind() != data::Kind::Map) return column.path == std::vector{type.viet_gon} ? &item : nullptr;
        const data::Value* value = &item;
        const std::vector<Field>* fields = &type.members;
        for (const std::string& key : column.path) {
            const auto field = std::ranges::find(*fields, key, &Field::ten);
            if (field == fields->end()) return nullptr;
            const data::Value* below = value->kind() == data::Kind::Map ? known_value(value, *field) : nullptr;
            if (!below) return nullptr;
            value = below;
            fields = &field->members;
        }
        const bool shorthand = value->kind() == data::Kind::Map;
        return shorthand ? known_value(value, *column.field) : value;
    }

    const Table& table_;
    FormSheet sheet_;
};

// The guide.

FormSheet guide(const tmpl::Template& tmpl, const Outline& outline, const Request& request) {
    FormSheet sheet;
    sheet.name = kGuideSheet;
    sheet.columns = {{110}};
    const auto add = [&](Look look, std::string text) { sheet.rows.push_back({{cell(0, look, text)}}); };
    add(Look::ProseHeading, std::string(kGuideTitle) + ": " + tmpl.nhan);
    if (!tmpl.mo_ta.empty()) add(Look::Prose, tmpl.mo_ta);
    const auto section = [&](std::string_view heading, const auto& lines) {
        add(Look::ProseHeading, std::string(heading));
        for (const std::string_view line : lines) add(Look::Prose, std::string(line));
    };
    section(kGuideFill, kGuideFillLines);
    if (!outline.tables.empty()) section(kGuideTables, kGuideTableLines);
    if (std::ranges::any_of(outline.tables, [](const Table& table) { return table.levels.size() > 1; }))
        section(kGuideNested, kGuideNestedLines);
    section(kGuideMake, kGuideMakeLines);
    if (!outline.left_out.empty()) section(kGuideLeftOut, outline.left_out);
    add(Look::ProseHeading, std::string(kGuideOrigin));
    add(Look::Prose, std::string(kTemplateLabel) + ": " + tmpl.ten +
                         (request.program.empty() ? "" : "; " + std::string(kGuideMadeBy) + request.program));
    return sheet;
}

}  // namespace

FormBook excel_plan(const tmpl::Template& tmpl, const Request& request) {
    const Outline found = outline(tmpl, request.known);
    FormBook book;
    book.title = std::string(kFormTitle) + ": " + tmpl.nhan;
    book.sheets.push_back(FirstSheet().make(tmpl, found));
    for (const Table& table : found.tables) book.sheets.push_back(TableSheet(table).make());
    book.sheets.push_back(guide(tmpl, found, request));
    return book;
}

}  // namespace vanban::form
