// A text as the list of its lines: how a cell of a table says a list.
#pragma once

#include "data/value.hpp"

namespace vanban::tmpl {

/// The lines of a text, each with its place, without outer white space and blank lines. Where every line begins with a
/// hyphen, it is dropped ("-5" keeps it: a hyphen before a figure is a sign). A value that is no text is the only item.
data::List lines_of(const data::Value& value);

}  // namespace vanban::tmpl
