// YAML through the events of yaml-cpp, which, unlike its nodes, show duplicate keys, aliases and tags as written.
//
// A subset: one document, text keys, tags of the core schema, no merge keys.
// After a fatal finding the remaining events are ignored: yaml-cpp can only be stopped by an exception.
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <type_traits>

#include "data/plain_scalar.hpp"
#include "data/readers.hpp"
#include "data/yaml_explain.hpp"
#include "data/yaml_scan.hpp"
#include "data/yaml_tree.hpp"

namespace vanban::data {
namespace {

static_assert(std::is_same_v<YAML::anchor_t, AnchorId> && YAML::NullAnchor == kNoAnchor);

constexpr std::string_view kCoreTag = "tag:yaml.org,2002:";

/// Reads the source where it stands; std::istringstream would copy it.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // the interface wants it; a get area is only read
        setg(begin, begin, begin + text.size());
    }
};

/// Whether the tag is one of the core schema and fits; a quoted text is read as its tag says.
bool has_tag(std::string_view tag, Value& value, const std::string& text) {
    if (tag == "?" || tag == "!" || tag.empty()) {
        return true;
    }
    if (!tag.starts_with(kCoreTag)) {
        return false;
    }
    tag.remove_prefix(kCoreTag.size());
    if (tag == "str") {
        return true;
    }
    value.content = plain_scalar(text);
    const Number* number = value.get_if<Number>();
    return (tag == "null" && value.is_null()) || (tag == "bool" && value.kind() == Kind::Bool) ||
           (tag == "float" && number != nullptr) || (tag == "int" && number != nullptr && number->value.is_integer());
}

/// Finds the place of each event in the source, checks it, and lets the tree grow by it.
class YamlBuilder : public YAML::EventHandler {
public:
    explicit YamlBuilder(Intake& intake)
        : intake_(intake), tree_(intake), source_(intake.text()), read_to_(intake.start()) {}

    YamlTree& tree() { return tree_; }
    /// Past the last scalar that was read.
    std::size_t read_to() const { return read_to_; }
    /// Offset in the source of a mark of yaml-cpp, whose stream leaves out the byte order mark.
    std::size_t offset(const YAML::Mark& mark) const {
        return mark.pos < 0 ? source_.size()
                            : std::min(intake_.start() + static_cast<std::size_t>(mark.pos), source_.size());
    }
    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1 && !tree_.stopped()) {
            const std::size_t at = offset(mark);
            const bool marked = source_.substr(at).starts_with("---");
            tree_.stop(marked ? diagnose(Code::yaml_many_documents, intake_.span(at, at + 3))
                              : explain_yaml(intake_, {at, YAML::ErrorMsg::END_OF_MAP, read_to_, std::nullopt}));
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (tree_.stopped()) {
            return;
        }
        const std::size_t at = skip_properties(source_, offset(mark));
        if (tree_.expects_key()) {
            return take_null_key(at);
        }
        const bool written = is_written_null(source_, at) && at >= read_to_;
        const Span where = written ? place_of_word(at) : place_of_nothing(at);
        tree_.scalar(Value(Null{}, where), 0, anchor);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (tree_.stopped()) {
            return;
        }
        const std::size_t node = offset(mark);
        const std::size_t at = skip_properties(source_, node);
        const YamlScalar scalar = find_scalar(source_, at, value);
        if (!scalar.closed) {
            return tree_.stop(explain_yaml(intake_, {at, YAML::ErrorMsg::EOF_IN_SCALAR, at, std::nullopt}));
        }
        read_to_ = std::max(read_to_, scalar.after);
        if (tree_.expects_key()) {
            take_key(scalar, value, anchor);
        } else {
            take_scalar(scalar, value, tag, node, anchor);
        }
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (tree_.stopped()) {
            return;
        }
        const std::size_t at = offset(mark);
        const std::size_t end = std::min(source_.find_first_of(" \t\r\n,[]{}", at), source_.size());
        const Span where = intake_.span(at, end);
        if (tree_.expects_key()) {
            return tree_.stop(diagnose(Code::yaml_key_not_text, where));
        }
        read_to_ = std::max(read_to_, end);
        tree_.alias(anchor, where);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, false);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, true);
    }
    void OnSequenceEnd() override { tree_.close(); }
    void OnMapEnd() override { tree_.close(); }

private:
    Span place_of_word(std::size_t at) {
        const std::size_t end = source_[at] == '~' ? at + 1 : at + 4;
        read_to_ = std::max(read_to_, end);
        return intake_.span(at, end);
    }

    /// An empty place where the missing value would stand: after its colon or dash.
    Span place_of_nothing(std::size_t at) {
        const YamlFrame* frame = tree_.innermost();
        if (frame != nullptr && frame->is_map) {
            return intake_.span(frame->colon, frame->colon);
        }
        if (frame == nullptr || frame->bracket) {
            return intake_.span(at, at);
        }
        std::size_t dash = skip_space(source_, std::max(frame->begin, read_to_));
        while (dash < source_.size() && (source_[dash] == ']' || source_[dash] == '}')) {
            dash = skip_space(source_, dash + 1);
        }
        const std::size_t place = dash < source_.size() && source_[dash] == '-' ? dash + 1 : at;
        read_to_ = std::max(read_to_, place);
        return intake_.span(place, place);
    }

    void take_null_key(std::size_t at) {
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (source_.substr(at).starts_with(word)) {
                read_to_ = std::max(read_to_, at + word.size());
                return take_key(find_scalar(source_, at, word), std::string(word), kNoAnchor);
            }
        }
        tree_.stop(diagnose(Code::yaml_key_not_text, intake_.character(at)));
    }

    void take_key(const YamlScalar& scalar, const std::string& text, YAML::anchor_t anchor) {
        const Span where = intake_.span(scalar.begin, scalar.end);
        const std::size_t colon = skip_space(source_, scalar.after);
        if (colon >= source_.size() || source_[colon] != ':') {
            return tree_.stop(missing_colon(scalar));
        }
        if (scalar.style == YamlStyle::Plain && text == "<<") {
            return tree_.stop(diagnose(Code::yaml_merge_key, where));
        }
        read_to_ = std::max(read_to_, colon + 1);
        std::uint16_t indent = scalar.indent;
        tree_.key({intake_.accept(text, where, indent), where, {}}, colon + 1, anchor);
    }

    /// `ten:Sở Y tế` is a text for YAML, and then a key without value; so is the last item of a list never closed.
    Diagnostic missing_colon(const YamlScalar& scalar) const {
        const std::size_t rest = skip_space(source_, scalar.after);
        if (rest >= source_.size() && tree_.open_bracket()) {
            return explain_yaml(intake_, {rest, YAML::ErrorMsg::END_OF_SEQ_FLOW, read_to_, tree_.open_bracket()});
        }
        const std::size_t inside = source_.substr(0, scalar.end).find(':', scalar.begin);
        if (scalar.style == YamlStyle::Plain && inside != std::string_view::npos) {
            return diagnose(Code::yaml_malformed, intake_.character(inside))
                .with({Code::yaml_hint_space_after_colon, {}, {}});
        }
        return diagnose(Code::yaml_malformed, intake_.span(scalar.begin, scalar.end))
            .with({Code::yaml_hint_colon, {}, {}});
    }

    void take_scalar(const YamlScalar& scalar, const std::string& text, const std::string& tag, std::size_t node,
                     YAML::anchor_t anchor) {
        Value value(Null{}, intake_.span(scalar.begin, scalar.end));
        const bool plain = scalar.style == YamlStyle::Plain && tag != "!";
        value.content = plain && tag != "tag:yaml.org,2002:str" ? plain_scalar(text) : Value::Variant(text);
        if (!has_tag(tag, value, text)) {
            return tree_.stop(diagnose(Code::yaml_tag, written_tag(node), {}));
        }
        std::size_t bytes = 0;
        warn_of_folded_item(scalar);
        if (value.kind() == Kind::Text) {
            value.indent = scalar.indent;
            value.content = intake_.accept(text, value.span, value.indent);
            bytes = text.size();
        }
        tree_.scalar(std::move(value), bytes, anchor);
    }

    /// A line `- b` that stands too deep, or below a text without `|`, silently goes on with the text before it.
    void warn_of_folded_item(const YamlScalar& scalar) {
        if (scalar.style != YamlStyle::Plain || scalar.indent != TextOrigin::kInexact) {
            return;
        }
        for (std::size_t at = source_.find('\n', scalar.begin); at < scalar.end; at = source_.find('\n', at)) {
            at = skip_space(source_, at);
            if (at < scalar.end && source_.substr(at).starts_with("- ")) {
                return intake_.report(diagnose(Code::yaml_folded_item, intake_.span(at, at + 1)));
            }
        }
    }

    /// The first tag among the properties of the node at `at`.
    Span written_tag(std::size_t at) const {
        while (at < source_.size() && source_[at] == '&') {
            at = skip_space(source_, std::min(source_.find_first_of(" \t\r\n", at), source_.size()));
        }
        return intake_.span(at, std::min(source_.find_first_of(" \t\r\n", at), source_.size()));
    }

    /// yaml-cpp takes `{a: 1` for a key when a later line has a colon: then the bracket was never closed.
    Diagnostic key_with_bracket(std::size_t at) const {
        const std::string_view line = source_.substr(at, std::min(source_.find('\n', at), source_.size()) - at);
        const auto opened = std::count_if(line.begin(), line.end(), [](char c) { return c == '{' || c == '['; });
        const auto closed = std::count_if(line.begin(), line.end(), [](char c) { return c == '}' || c == ']'; });
        if (opened > static_cast<std::ptrdiff_t>(intake_.depth())) {
            return diagnose(Code::too_deep, intake_.character(at), {std::to_string(intake_.depth())});
        }
        if (opened > closed) {
            return diagnose(Code::yaml_malformed, intake_.character(at))
                .with({Code::yaml_hint_unclosed_bracket, {}, {}});
        }
        return diagnose(Code::yaml_key_not_text, intake_.character(at)).with({Code::yaml_hint_quote_brace, {}, {}});
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map) {
        if (tree_.stopped()) {
            return;
        }
        const std::size_t node = offset(mark);
        const std::size_t at = skip_properties(source_, node);
        if (tree_.expects_key()) {
            return tree_.stop(key_with_bracket(at));
        }
        const std::string_view own = is_map ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
        if (tag != "?" && tag != "!" && !tag.empty() && tag != own) {
            return tree_.stop(diagnose(Code::yaml_tag, written_tag(node)));
        }
        YamlFrame frame;
        frame.is_map = is_map;
        frame.begin = at;
        frame.bracket = at < source_.size() && source_[at] == (is_map ? '{' : '[');
        frame.anchor = anchor;
        read_to_ = std::max(read_to_, frame.bracket ? at + 1 : at);
        tree_.open(std::move(frame));
    }

    Intake& intake_;
    YamlTree tree_;
    std::string_view source_;
    std::size_t read_to_;
    std::size_t documents_ = 0;
};

/// Lets yaml-cpp run and turns its exceptions into findings; the standard library's pass through.
void run(Intake& intake, YamlBuilder& builder) {
    ViewBuffer buffer(intake.text().substr(intake.start()));
    std::istream stream(&buffer);
    try {
        YAML::Parser parser(stream);
        while (!builder.tree().stopped() && parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::DeepRecursion& deep) {
        if (!builder.tree().stopped()) {
            const Span where = intake.character(builder.offset(deep.mark));
            intake.report(diagnose(Code::too_deep, where, {std::to_string(intake.depth())}));
        }
    } catch (const YAML::Exception& error) {
        if (!builder.tree().stopped()) {
            intake.report(explain_yaml(
                intake, {builder.offset(error.mark), error.msg, builder.read_to(), builder.tree().open_bracket()}));
        }
    }
}

}  // namespace

std::optional<Value> read_yaml(Intake& intake) {
    YamlBuilder builder(intake);
    run(intake, builder);
    return intake.failed() ? std::nullopt : std::optional(builder.tree().take());
}

}  // namespace vanban::data
