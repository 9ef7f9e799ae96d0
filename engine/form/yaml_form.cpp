// An empty data file that explains itself: one block of lines for each field.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "form/example.hpp"
#include "form/form.hpp"
#include "form/yaml_text.hpp"

namespace vanban::form {
namespace {

using tmpl::Field;
using tmpl::FieldType;

constexpr std::size_t kStep = 2;          ///< Spaces of one level.
constexpr std::size_t kItemStep = 4;      ///< From the key of a list to the members of its items.
constexpr std::size_t kProseWidth = 110;  ///< Columns that a line of prose fills.

/// Words of `text` in lines of at most `width` columns; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        const std::string word(text.substr(0, end));
        std::string& line = lines.back();
        if (line.empty())
            line = word;
        else if (utf8::columns(line) + 1 + utf8::columns(word) <= width)
            line += " " + word;
        else
            lines.push_back(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + text;
    return result;
}

class YamlWriter {
public:
    explicit YamlWriter(const Request& request) : request_(request) {}

    std::string write(const tmpl::Template& tmpl) {
        prose(0, text(Code::form_title, {tmpl.ten, tmpl.nhan}));
        if (!tmpl.mo_ta.empty()) prose(0, tmpl.mo_ta);
        out_ += "#\n";
        for (const Code advice : {Code::form_how_required, Code::form_how_optional, Code::form_how_list})
            prose(0, text(advice));
        if (!request_.program.empty()) prose(0, text(Code::form_made_by, {request_.program}));
        out_ += "\n";
        data(0, "mau: " + yaml_scalar(tmpl.ten));
        for (const Field& field : tmpl.fields) {
            if (is_left_out(field, request_.known)) continue;
            out_ += "\n";
            write(field, 0, known_value(request_.known, field));
        }
        return std::move(out_);
    }

private:
    std::string text(Code code, const std::vector<std::string>& args = {}) const {
        return word(code, args, request_.lang);
    }

    // Lines. In a block that is commented out, every line begins with "#" in the column of the block.

    void put(std::size_t indent, const std::string& line) {
        const std::size_t before = std::min(indent, comment_at_.value_or(indent));
        out_ += std::string(before, ' ') + (comment_at_ ? "#" : "") + std::string(indent - before, ' ') + line + "\n";
    }
    void data(std::size_t indent, const std::string& line) { put(indent, line); }
    void prose(std::size_t indent, std::string_view sentence) {
        for (const std::string& line : wrapped(sentence, kProseWidth)) put(indent, "# " + line);
    }

    /// Nothing can be said of what may be anything, unless there is an example or a value.
    static bool is_left_out(const Field& field, const data::Value* known) {
        return field.kieu == FieldType::BatKy && field.vi_du.empty() && !known_value(known, field);
    }

    // One field: prose, then data.

    void write(const Field& field, std::size_t indent, const data::Value* known) {
        const bool again = !known && was_shown(field);
        const bool commented = !comment_at_ && !known && !must_be_given(field);
        if (again)
            prose(indent, text(Code::form_same_list, {std::string(label_of(field)), field.ten}));
        else
            describe(field, indent, commented || comment_at_ || known);
        if (commented) comment_at_ = indent;
        if (again)
            data(indent, field.ten + ":");
        else if (known && !(field.kieu == FieldType::Nhom && known->kind() == data::Kind::Map))
            write_value(field.ten + ":", indent, *known);
        else
            write_blank(field, indent, known);
        if (commented) comment_at_.reset();
    }

    /// The same list of groups again, as the estimates have it on many levels, is not written out twice.
    bool was_shown(const Field& field) {
        if (!is_table(field)) return false;
        const auto same = [&](const Field* shown) {
            return shown->ten == field.ten && shown->members.front().members == field.members.front().members;
        };
        if (std::ranges::any_of(shown_, same)) return true;
        shown_.push_back(&field);
        return false;
    }

    /// `example_below`: the line of data shows the example itself.
    void describe(const Field& field, std::size_t indent, bool example_below) {
        std::string title(label_of(field));
        if (must_be_given(field)) title += " (" + text(Code::text_required) + ")";
        if (!field.tro_giup.empty()) title += ": " + field.tro_giup;
        prose(indent, title);
        std::string hints;
        for (const std::string& hint : hints_of(field, indent)) hints += (hints.empty() ? "" : ". ") + hint;
        if (!hints.empty()) prose(indent, hints);
        if (const auto standing = default_of(field); standing && yaml_line(*standing))
            prose(indent, text(Code::form_default, {*yaml_line(*standing)}));
        const auto example = example_of(field);
        const bool shown = example_below || is_plain_list(field);
        if (example && !shown && yaml_line(*example)) prose(indent, text(Code::form_example, {*yaml_line(*example)}));
    }

    std::vector<std::string> hints_of(const Field& field, std::size_t indent) const {
        const Field& type = is_plain_list(field) ? field.members.front() : field;
        std::vector<std::string> hints;
        const bool items_below = field.viet_gon.empty() || (must_be_given(field) && !comment_at_);
        if (is_plain_list(field))
            hints.push_back(text(items_below ? Code::form_type_list : Code::form_type_one_or_list));
        switch (type.kieu) {
            case FieldType::So:
                hints.push_back(text(Code::form_type_number));
                break;
            case FieldType::SoNguyen:
                hints.push_back(text(Code::form_type_integer));
                break;
            case FieldType::Ngay:
                hints.push_back(text(Code::form_type_date));
                break;
            case FieldType::NgayThieu:
                hints.push_back(text(Code::form_type_partial_date));
                break;
            case FieldType::DungSai:
                hints.push_back(text(Code::form_type_truth));
                break;
            case FieldType::LuaChon:
                hints.push_back(text(Code::form_choices, {joined(type.choices)}));
                break;
            case FieldType::NoiDung:
                hints.push_back(text(Code::form_type_block, {std::to_string(indent + kStep)}));
                break;
            case FieldType::Nhom:
                if (!field.viet_gon.empty()) hints.push_back(text(Code::form_type_short, {field.viet_gon}));
                break;
            case FieldType::Chu:
            case FieldType::DanhSach:
            case FieldType::BatKy:
                break;
        }
        return hints;
    }

    /// The field without a value: an example where it is commented out, blank where it must be filled in. Of a group
    /// some members may be known.
    void write_blank(const Field& field, std::size_t indent, const data::Value* known) {
        const std::string key = field.ten + ":";
        if (field.kieu == FieldType::Nhom) {
            data(indent, key);
            write_members(field.members, indent + kStep, known);
        } else if (is_table(field)) {
            data(indent, key);
            data(indent + kStep, "-");
            write_members(field.members.front().members, indent + kItemStep, nullptr);
        } else if (comment_at_) {
            write_sample(field, indent);
        } else {
            data(indent, field.kieu == FieldType::NoiDung ? key + " |" : key);
            if (is_plain_list(field)) write_sample_items(field, indent);
        }
    }

    void write_sample(const Field& field, std::size_t indent) {
        const std::string key = field.ten + ":";
        auto sample = sample_of(field);
        if (!sample) return data(indent, field.kieu == FieldType::NoiDung ? key + " |" : key);
        const bool one_item = is_plain_list(field) && field.viet_gon.empty() && sample->kind() != data::Kind::List;
        if (one_item) sample = data::Value(data::List{*sample}, {});
        write_value(key, indent, *sample);
    }

    /// Below a blank list: its example items, commented out.
    void write_sample_items(const Field& field, std::size_t indent) {
        const auto sample = sample_of(field);
        if (!sample) return;
        comment_at_ = indent + kStep;
        const auto* items = sample->get_if<data::List>();
        for (const data::Value& item : items ? *items : data::List{*sample}) write_value("-", indent + kStep, item);
        comment_at_.reset();
    }

    void write_members(const std::vector<Field>& members, std::size_t indent, const data::Value* known) {
        for (const Field& member : members)
            if (!is_left_out(member, known)) write(member, indent, known_value(known, member));
    }

    // Values, known or shown as examples. `head` is "key:" or "-".

    void write_value(const std::string& head, std::size_t indent, const data::Value& value) {
        const auto line = yaml_line(value);
        if (line && (value.kind() != data::Kind::Map && indent + utf8::columns(*line) <= kProseWidth))
            return data(indent, head + " " + *line);
        if (const auto* text = value.get_if<std::string>()) return write_text(head, indent, *text);
        if (const auto* map = value.get_if<data::Map>()) return write_map(head, indent, *map);
        const auto* list = value.get_if<data::List>();
        if (!list) return data(indent, head + " " + line.value_or("null"));
        data(indent, head);
        for (const data::Value& item : *list) write_value("-", indent + kStep, item);
    }

    void write_map(const std::string& head, std::size_t indent, const data::Map& map) {
        if (map.empty()) return data(indent, head + " {}");
        data(indent, head);
        for (const data::Member& member : map) write_value(yaml_scalar(member.key) + ":", indent + kStep, member.value);
    }

    void write_text(const std::string& head, std::size_t indent, std::string_view value) {
        if (!fits_block_scalar(value)) return data(indent, head + " " + yaml_scalar(value));
        data(indent, head + (value.ends_with('\n') ? " |" : " |-"));
        while (!value.empty()) {
            const std::size_t end = std::min(value.find('\n'), value.size());
            const std::string line(value.substr(0, end));
            if (line.empty() && !comment_at_)
                out_ += "\n";
            else
                put(indent + kStep, line);
            value.remove_prefix(std::min(end + 1, value.size()));
        }
    }

    const Request& request_;
    std::string out_;
    std::optional<std::size_t> comment_at_;  ///< Column of the block that is commented out, inside of one.
    std::vector<const Field*> shown_;        ///< Tables whose members were written out.
};

}  // namespace

std::string yaml_form(const tmpl::Template& tmpl, const Request& request) {
    return YamlWriter(request).write(tmpl);
}

}  // namespace vanban::form
