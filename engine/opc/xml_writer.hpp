// Streams one XML part into a string. An element is a scope, so a tag cannot be left open.
#pragma once

#include <cassert>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/units.hpp"

namespace vanban::opc {

class XmlWriter;

/// An open element: attributes first, then content; closes when it goes out of scope (`<a/>` if it stayed empty).
class [[nodiscard]] XmlScope {
public:
    XmlScope(XmlWriter& writer, std::string_view name);
    XmlScope(const XmlScope&) = delete;
    XmlScope& operator=(const XmlScope&) = delete;
    ~XmlScope();

    /// Attribute values are escaped. Only before any content.
    XmlScope& attr(std::string_view name, std::string_view value);
    XmlScope& attr(std::string_view name, std::int64_t value);
    template <class Unit, class Rep>
    XmlScope& attr(std::string_view name, Quantity<Unit, Rep> value) {
        return attr(name, static_cast<std::int64_t>(value.count));
    }

private:
    XmlWriter& writer_;
    std::string_view name_;  ///< Owned by the caller: a literal.
};

/// Names are literals and live as long as the program. Text is UTF-8; what XML 1.0 cannot hold (control characters
/// but tab and line ends, U+FFFE, U+FFFF) becomes U+FFFD, so that the part stays readable.
class XmlWriter {
public:
    /// Starts with `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`. `expected_bytes` saves growing.
    explicit XmlWriter(std::size_t expected_bytes = 4096);
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    XmlScope element(std::string_view name) { return XmlScope(*this, name); }
    /// `<name/>`.
    void empty(std::string_view name) { XmlScope scope(*this, name); }
    /// `<name w:val="…"/>`.
    template <class Value>
    void val(std::string_view name, const Value& value) {
        XmlScope scope(*this, name);
        scope.attr("w:val", value);
    }
    /// Character data, escaped.
    void text(std::string_view value);
    /// `value` in characters alone: `<name>value</name>`.
    void text_element(std::string_view name, std::string_view value) {
        XmlScope scope(*this, name);
        text(value);
    }
    /// The finished part; every scope is closed by now.
    std::string take() &&;

private:
    friend class XmlScope;
    enum class Context : std::uint8_t { Text, Attribute };

    void close_start_tag();
    void put(std::string_view bytes);
    void put(char byte);
    void put_escaped(std::string_view value, Context context);
    void put_escape(std::string_view rest);
    void grow(std::size_t bytes);

    std::string out_;  ///< Written up to size_; the rest of it is room.
    std::size_t size_ = 0;
    std::size_t depth_ = 0;
    bool start_tag_open_ = false;
};

inline void XmlWriter::put(std::string_view bytes) {
    if (out_.size() - size_ < bytes.size()) grow(bytes.size());
    std::memcpy(out_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
}

inline void XmlWriter::put(char byte) {
    if (out_.size() == size_) grow(1);
    out_[size_++] = byte;
}

inline void XmlWriter::close_start_tag() {
    if (std::exchange(start_tag_open_, false)) put('>');
}

inline void XmlWriter::text(std::string_view value) {
    close_start_tag();
    put_escaped(value, Context::Text);
}

inline XmlScope::XmlScope(XmlWriter& writer, std::string_view name) : writer_(writer), name_(name) {
    writer_.close_start_tag();
    writer_.put('<');
    writer_.put(name_);
    writer_.start_tag_open_ = true;
    ++writer_.depth_;
}

inline XmlScope::~XmlScope() {
    --writer_.depth_;
    if (std::exchange(writer_.start_tag_open_, false)) {
        writer_.put("/>");
        return;
    }
    writer_.put("</");
    writer_.put(name_);
    writer_.put('>');
}

inline XmlScope& XmlScope::attr(std::string_view name, std::string_view value) {
    assert(writer_.start_tag_open_ && "attributes come before content");
    writer_.put(' ');
    writer_.put(name);
    writer_.put("=\"");
    writer_.put_escaped(value, XmlWriter::Context::Attribute);
    writer_.put('"');
    return *this;
}

inline XmlScope& XmlScope::attr(std::string_view name, std::int64_t value) {
    char digits[20];
    const char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return attr(name, std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

}  // namespace vanban::opc
