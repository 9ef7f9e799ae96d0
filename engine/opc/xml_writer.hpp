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

/// Whole elements or none, written once to be repeated: what many cells of a table have in common.
class XmlFragment {
public:
    /// `write`: takes an XmlWriter and closes all that it opens.
    template <class Write>
    explicit XmlFragment(const Write& write);

private:
    friend class XmlWriter;
    std::string bytes_;
};

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
    /// A literal of ours holds nothing to escape.
    template <std::size_t Size>
    XmlScope& attr(std::string_view name, const char (&literal)[Size]) {
        return raw(name, std::string_view(literal, Size - 1));
    }
    template <class Unit, class Rep>
    XmlScope& attr(std::string_view name, Quantity<Unit, Rep> value) {
        return attr(name, static_cast<std::int64_t>(value.count));
    }

private:
    void begin(std::string_view name);
    XmlScope& raw(std::string_view name, std::string_view value);

    XmlWriter& writer_;
    std::string_view name_;  ///< Owned by the caller: a literal.
};

/// Names are literals of less than kLongestName bytes and live as long as the program. Text is UTF-8; what XML 1.0
/// cannot hold (control characters but tab and line ends, U+FFFE, U+FFFF) becomes U+FFFD, so that the part stays
/// readable.
class XmlWriter {
public:
    static constexpr std::size_t kLongestName = 256;

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
    /// Bytes so far.
    std::size_t size() const { return out_.size() + used_; }
    /// Elements that were written before, as they stood.
    void repeat(const XmlFragment& fragment);
    /// The finished part; every scope is closed by now.
    std::string take() &&;

private:
    friend class XmlScope;
    friend class XmlFragment;
    enum class Context : std::uint8_t { Text, Attribute };

    void close_start_tag();
    /// Room for `bytes` (at most kLongestName and a little) in the buffer.
    char* room(std::size_t bytes);
    void put(std::string_view bytes);
    void put_escaped(std::string_view value, Context context);
    void put_escape(std::string_view rest);
    void flush();

    /// Most calls write a few bytes, for which std::string::append costs too much.
    static constexpr std::size_t kBuffer = 2048;
    std::string out_;       ///< What went through the buffer.
    std::size_t used_ = 0;  ///< Of the buffer.
    std::size_t depth_ = 0;
    bool start_tag_open_ = false;
    char buffer_[kBuffer];
};

inline char* XmlWriter::room(std::size_t bytes) {
    if (kBuffer - used_ < bytes) flush();
    char* const begin = buffer_ + used_;
    used_ += bytes;
    return begin;
}

inline void XmlWriter::close_start_tag() {
    if (std::exchange(start_tag_open_, false)) *room(1) = '>';
}

template <class Write>
XmlFragment::XmlFragment(const Write& write) {
    XmlWriter xml(0);
    xml.flush();
    xml.out_.clear();  // The declaration.
    write(xml);
    bytes_ = std::move(xml).take();
}

inline void XmlWriter::repeat(const XmlFragment& fragment) {
    if (fragment.bytes_.empty()) return;
    close_start_tag();
    put(fragment.bytes_);
}

inline void XmlWriter::text(std::string_view value) {
    close_start_tag();
    put_escaped(value, Context::Text);
}

inline XmlScope::XmlScope(XmlWriter& writer, std::string_view name) : writer_(writer), name_(name) {
    assert(name.size() < XmlWriter::kLongestName && "names are short");
    writer_.close_start_tag();
    char* to = writer_.room(name.size() + 1);
    *to = '<';
    std::memcpy(to + 1, name.data(), name.size());
    writer_.start_tag_open_ = true;
    ++writer_.depth_;
}

inline XmlScope::~XmlScope() {
    --writer_.depth_;
    if (std::exchange(writer_.start_tag_open_, false)) {
        std::memcpy(writer_.room(2), "/>", 2);
        return;
    }
    char* to = writer_.room(name_.size() + 3);
    std::memcpy(to, "</", 2);
    std::memcpy(to + 2, name_.data(), name_.size());
    to[name_.size() + 2] = '>';
}

inline void XmlScope::begin(std::string_view name) {
    assert(writer_.start_tag_open_ && "attributes come before content");
    assert(name.size() < XmlWriter::kLongestName && "names are short");
    char* to = writer_.room(name.size() + 3);
    *to = ' ';
    std::memcpy(to + 1, name.data(), name.size());
    std::memcpy(to + 1 + name.size(), "=\"", 2);
}

inline XmlScope& XmlScope::attr(std::string_view name, std::string_view value) {
    begin(name);
    writer_.put_escaped(value, XmlWriter::Context::Attribute);
    *writer_.room(1) = '"';
    return *this;
}

inline XmlScope& XmlScope::raw(std::string_view name, std::string_view value) {
    assert(value.find_first_of("<>&\"\t\n\r") == value.npos && "nothing to escape");
    assert(writer_.start_tag_open_ && "attributes come before content");
    assert(name.size() + value.size() + 4 <= XmlWriter::kBuffer && "literals are short");
    char* to = writer_.room(name.size() + value.size() + 4);
    *to++ = ' ';
    std::memcpy(to, name.data(), name.size());
    to += name.size();
    std::memcpy(to, "=\"", 2);
    std::memcpy(to + 2, value.data(), value.size());
    to[2 + value.size()] = '"';
    return *this;
}

inline XmlScope& XmlScope::attr(std::string_view name, std::int64_t value) {
    begin(name);
    constexpr std::size_t kMostDigits = 20;
    char* const to = writer_.room(kMostDigits + 1);
    char* const end = std::to_chars(to, to + kMostDigits, value).ptr;
    *end = '"';
    writer_.used_ -= static_cast<std::size_t>(to + kMostDigits - end);
    return *this;
}

}  // namespace vanban::opc
