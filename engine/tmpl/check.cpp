// tmpl::check: the data against the field declarations.
#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/coerce.hpp"
#include "tmpl/lines.hpp"
#include "tmpl/suggest.hpp"
#include "tmpl/template.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {
namespace {

using Fields = std::vector<Field>;

/// Keys that every data file may have: the one that names the template, and codes of warnings that are not wanted.
constexpr std::string_view kTemplateKey = "mau";
constexpr std::string_view kIgnoreKey = "bo_qua";

bool is_common_key(std::string_view folded) {
    return folded == kTemplateKey || folded == kIgnoreKey;
}

/// The field that a key of the data means: by name, by label as written, then by either without case and diacritics.
const Field* find_field(const Fields& fields, std::string_view key) {
    constexpr std::size_t kLongestKey = 1000;
    if (key.empty() || key.size() > kLongestKey) return nullptr;
    auto found = std::ranges::find(fields, key, &Field::ten);
    if (found == fields.end()) found = std::ranges::find(fields, key, &Field::nhan);
    if (found == fields.end()) {
        const std::string folded = utf8::fold_to_key(key);
        if (folded.empty()) return nullptr;
        found = std::ranges::find_if(
            fields, [&](const Field& field) { return field.ten_key == folded || field.nhan_key == folded; });
    }
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> names_and_labels(const Fields& fields) {
    std::vector<std::string> names;
    for (const Field& field : fields) names.push_back(field.ten);
    for (const Field& field : fields) {
        if (!field.nhan.empty()) names.push_back(field.nhan);
    }
    return names;
}

Diagnostic with_example(Diagnostic diagnostic, const Field& field) {
    if (!field.vi_du.empty()) diagnostic.notes.push_back({Code::for_example, {}, {field.vi_du}});
    return diagnostic;
}

/// What a field that was not given reads as. A group is the group of its absent members, without defaults.
data::Value absent(const Field& field, Span where) {
    switch (field.kieu) {
        case FieldType::NgayThieu:
            return {PartialDate{}, where};
        case FieldType::DanhSach:
            return {data::List{}, where};
        case FieldType::Nhom:
            break;
        default:
            return {data::Null{}, where};
    }
    data::Map members;
    members.reserve(field.members.size());
    for (const Field& member : field.members) members.push_back({member.ten, {}, absent(member, where)});
    return {std::move(members), where};
}

enum class Level : std::uint8_t { Root, Group };

class Checker {
public:
    explicit Checker(Diagnostics& out) : out_(out) {}

    /// All fields in the order of their declaration, with what `given` has for them. `where` is the place of the map in
    /// the data.
    data::Map members(const Fields& fields, data::Map& given, Span where, Level level) {
        data::Map result;
        result.reserve(fields.size() + (level == Level::Root ? 2 : 0));
        const std::vector<Slot> slots = sort_out(fields, given, level, result);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            data::Member& made = result.emplace_back();
            made.key = fields[i].ten;
            fill(made, fields[i], slots[i], where);
        }
        return result;
    }

    /// A required field has no value because its key is misspelt, which was reported.
    bool lacks_misspelt() const { return lacks_misspelt_; }

private:
    /// What was given for a field.
    struct Slot {
        data::Member* member = nullptr;
        bool misspelt = false;  ///< An unknown key is most like it.
    };

    /// What was given for each field. Reports unknown and repeated keys, and puts the keys that every file may have
    /// into `kept`.
    std::vector<Slot> sort_out(const Fields& fields, data::Map& given, Level level, data::Map& kept) {
        std::vector<Slot> slots(fields.size());
        const Field* next = fields.data();  // Most keys stand in the order of the fields.
        for (data::Member& one : given) {
            const bool in_order = next != fields.data() + fields.size() && next->ten == one.key;
            const Field* field = in_order ? next : find_field(fields, one.key);
            if (!field) {
                const std::string folded = level == Level::Root ? utf8::fold_to_key(one.key) : std::string();
                if (is_common_key(folded)) {
                    kept.push_back({folded, one.key_span, std::move(one.value)});
                } else if (const Field* meant = unknown(fields, one)) {
                    slots[static_cast<std::size_t>(meant - fields.data())].misspelt = true;
                }
                continue;
            }
            next = field + 1;
            data::Member*& slot = slots[static_cast<std::size_t>(field - fields.data())].member;
            if (slot)
                repeated(*field, *slot, one);
            else
                slot = &one;
        }
        return slots;
    }

    /// Returns the field that the key is most like; nullptr if it is like none.
    const Field* unknown(const Fields& fields, const data::Member& one) {
        Diagnostic found = diagnose(Code::unknown_field, one.key_span, {one.key});
        const auto name = out_.full() ? std::nullopt : closest(one.key, names_and_labels(fields));
        const Field* meant = name ? find_field(fields, *name) : nullptr;
        if (meant) {
            const bool labelled = !meant->nhan.empty() && meant->nhan != meant->ten;
            found.notes.push_back(labelled ? Note{Code::did_you_mean_field, {}, {meant->ten, meant->nhan}}
                                           : Note{Code::did_you_mean, {}, {meant->ten}});
        }
        out_.add(std::move(found));
        return meant;
    }

    void repeated(const Field& field, const data::Member& first, const data::Member& second) {
        out_.add(diagnose(Code::duplicate_field, second.key_span, {field.ten})
                     .with({Code::first_given_here, first.key_span, {}}));
    }

    void fill(data::Member& to, const Field& field, Slot slot, Span where) {
        data::Member* const given = slot.member;
        if (!given) {
            if (field.bat_buoc && !field.mac_dinh) missing(field, slot, where);
            to.value = not_given(field, where);
            return;
        }
        to.key_span = given->key_span;
        const Span place = given->value.span.known() ? given->value.span : given->key_span;
        if (is_absent(field, given->value)) {
            if (field.bat_buoc && !field.mac_dinh) empty(field, given->key_span.known() ? given->key_span : place);
            to.value = not_given(field, place);
            return;
        }
        to.value = std::move(given->value);
        if (!settle(field, to.value)) to.value = data::Value(data::Null{}, place);
    }

    void missing(const Field& field, Slot slot, Span where) {
        if (slot.misspelt) {
            lacks_misspelt_ = true;
            return;
        }
        const std::string& label = field.nhan.empty() ? field.ten : field.nhan;
        out_.add(with_example(diagnose(Code::missing_field, where, {field.ten, label}), field));
    }

    void empty(const Field& field, Span where) {
        out_.add(with_example(diagnose(Code::empty_value, where, {field.ten}), field));
    }

    /// Declarations were checked when they were read, so a default has the type of its field.
    data::Value not_given(const Field& field, Span where) {
        std::optional<data::Value> found = field.mac_dinh ? default_value(field, where, out_) : std::nullopt;
        return found && !found->is_null() ? std::move(*found) : absent(field, where);
    }

    /// Makes `value` what the field declares; false if an error was reported.
    bool settle(const Field& field, data::Value& value) {
        switch (field.kieu) {
            case FieldType::Nhom:
                return settle_group(field, value);
            case FieldType::DanhSach:
                return settle_list(field, value);
            default:
                return coerce(field, value, out_);
        }
    }

    bool settle_group(const Field& field, data::Value& value) {
        if (!value.get_if<data::Map>()) {
            if (field.viet_gon.empty()) return mistyped(value, Code::expects_map);
            const Span where = value.span;
            data::Map map;
            map.push_back({field.viet_gon, where, std::move(value)});
            value = data::Value(std::move(map), where);
        }
        auto& map = *value.get_if<data::Map>();
        map = members(field.members, map, value.span, Level::Group);
        return true;
    }

    bool settle_list(const Field& field, data::Value& value) {
        const Field& item = field.members.front();
        const Span where = value.span;
        if (!value.get_if<data::List>()) {
            const bool as_lines = takes_lines(item) && !value.get_if<data::Map>();
            if (!as_lines && field.viet_gon.empty()) return mistyped(value, Code::expects_list);
            data::List items = as_lines ? lines_of(value) : data::List();
            if (!as_lines) items.push_back(std::move(value));
            value = data::Value(std::move(items), where);
        } else if (field.bat_buoc && value.get_if<data::List>()->empty()) {
            empty(field, where);
        }
        settle_items(item, *value.get_if<data::List>(), where);
        return true;
    }

    /// Whether an item can be one line of a text: a scalar other than block text, or a group that one stands for.
    static bool takes_lines(const Field& item) {
        if (item.kieu == FieldType::Nhom) return !item.viet_gon.empty();
        return item.kieu != FieldType::DanhSach && item.kieu != FieldType::NoiDung && item.kieu != FieldType::BatKy;
    }

    /// Items that are wrong were reported and are dropped.
    void settle_items(const Field& item, data::List& items, Span where) {
        std::size_t kept = 0;
        for (data::Value& one : items) {
            if (is_absent(item, one) && item.kieu != FieldType::BatKy) {
                empty(item, one.span.known() ? one.span : where);
            } else if (settle(item, one)) {
                if (&items[kept] != &one) items[kept] = std::move(one);
                ++kept;
            }
        }
        items.resize(kept);
    }

    bool mistyped(const data::Value& given, Code expected) {
        out_.add(wrong_type(given, expected, given.span));
        return false;
    }

    Diagnostics& out_;
    bool lacks_misspelt_ = false;
};

}  // namespace

std::optional<data::Value> check(const Template& tmpl, data::Value data, Diagnostics& out, OnError on_error) {
    const std::size_t errors = out.error_count();
    const std::size_t first = out.items().size();
    data::Map none;
    auto* map = data.get_if<data::Map>();
    if (!map && !data.is_null()) {
        out.add(wrong_type(data, Code::expects_map, data.span));
        return std::nullopt;
    }
    Checker checker(out);
    data::Map checked = checker.members(tmpl.fields, map ? *map : none, data.span, Level::Root);
    const bool whole = on_error == OnError::GoOnIfWhole && !checker.lacks_misspelt() &&
                       out.errors_are_only(first, {Code::unknown_field});
    if (out.error_count() > errors && !whole) return std::nullopt;
    return data::Value(std::move(checked), data.span);
}

}  // namespace vanban::tmpl
