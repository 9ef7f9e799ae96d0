// What `vanban new` and `vanban schema` share: a template that documents are made from, and the file that is made of
// it.
#pragma once

#include "cli/session.hpp"

namespace vanban::cli {

/// Makes what `request` asks for and puts it into the output, by default standard output.
Exit write_form(Session& session, const tmpl::Template& tmpl, form::Request request);

}  // namespace vanban::cli
