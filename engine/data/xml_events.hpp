// XML parts of a workbook as events: nothing is kept of a part that is larger than the cells in it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/world.hpp"

namespace vanban::data {

/// The attributes of one start tag; good for the call.
class XmlAttributes {
public:
    /// `pairs`: name, value, …, nullptr as the parser keeps them.
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// Of an attribute without prefix; empty if there is none.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// `r:id`, whatever the prefix: the attribute `id` of the namespace of relationships.
    std::string_view relationship() const;

private:
    const char* find(std::string_view name) const;
    const char* const* pairs_;
};

/// Called in the order of the part. Only elements of the part's own vocabulary are seen, by their local names; what
/// extensions put in between is passed over with all its content.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void text(std::string_view text) = 0;
    virtual void end(std::string_view name) = 0;
    /// True once nothing more is wanted of the part.
    virtual bool done() const { return false; }
};

/// Parses one part, piece by piece. The handler and the limits must outlive it.
class XmlEvents {
public:
    XmlEvents(std::string part, const Limits& limits, XmlHandler& handler);
    XmlEvents(const XmlEvents&) = delete;
    XmlEvents& operator=(const XmlEvents&) = delete;
    ~XmlEvents();

    /// False once the part is refused or the handler is done.
    bool feed(std::string_view piece);
    /// After the last piece. Fails with `workbook-part-malformed`, `workbook-part-doctype` or `too-deep`, without a
    /// span.
    Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vanban::data
