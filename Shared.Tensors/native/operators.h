// The boxed call: what a schema wants of its arguments, made from values, and results made into values.
#pragma once

#include "values.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <sstream>
#include <string>
#include <unordered_set>

namespace {

using OptionalTensor = decltype(std::declval<const c10::IValue&>().toOptional<at::Tensor>());

enum class Kind { Tensor, Int, Double, Bool, Number, String, Device, Generator, List, Other };

Kind kind_of(const c10::Type& type) {
  switch (type.kind()) {
    case c10::TypeKind::TensorType: return Kind::Tensor;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType: return Kind::Int;
    case c10::TypeKind::FloatType: return Kind::Double;
    case c10::TypeKind::BoolType: return Kind::Bool;
    case c10::TypeKind::NumberType: return Kind::Number;
    case c10::TypeKind::StringType: return Kind::String;
    case c10::TypeKind::DeviceObjType: return Kind::Device;
    case c10::TypeKind::GeneratorType: return Kind::Generator;
    case c10::TypeKind::ListType: return Kind::List;
    default: return Kind::Other;
  }
}

struct Parameter {
  Kind kind = Kind::Other;
  bool optional = false;
  bool has_default = false;
  // Of a list: what it holds, whether its elements may be none, and the length that a single number is repeated to.
  Kind element = Kind::Other;
  bool optional_element = false;
  int32_t repeat = 1;
  c10::IValue fallback;
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
  bool makes_new_tensors = false;
};

// Whether no result shares memory with an argument, and no argument is changed. Without recording, such an operator needs none of
// autograd's layers, which track views and versions; skipping them takes an eighth to a sixth off a small call. Composite operators are
// not trusted to say so in their schema, except those named here.
bool makes_new_tensors(const c10::OperatorHandle& handle) {
  static const std::unordered_set<std::string> trusted = {
      "aten::linear", "aten::matmul", "aten::layer_norm", "aten::lstm_cell", "aten::gru_cell", "aten::rnn_tanh_cell",
      "aten::rnn_relu_cell", "aten::lstm", "aten::gru", "aten::rnn_tanh", "aten::rnn_relu", "aten::conv1d", "aten::conv2d"};
  const auto& schema = handle.schema();
  const auto aliases = [](const c10::Argument& argument) { return argument.alias_info() != nullptr; };
  return std::none_of(schema.arguments().begin(), schema.arguments().end(), aliases) &&
      std::none_of(schema.returns().begin(), schema.returns().end(), aliases) &&
      (!handle.hasKernelForDispatchKey(c10::DispatchKey::CompositeImplicitAutograd) || trusted.count(schema.name()) > 0);
}

const c10::Type& strip_optional(const c10::TypePtr& type, bool& optional) {
  optional = type->kind() == c10::TypeKind::OptionalType;
  return optional ? *type->containedTypes().at(0) : *type;
}

Parameter describe(const c10::Argument& argument) {
  Parameter parameter;
  const c10::Type& type = strip_optional(argument.type(), parameter.optional);
  parameter.kind = kind_of(type);
  if (parameter.kind == Kind::List) {
    parameter.element = kind_of(strip_optional(type.containedTypes().at(0), parameter.optional_element));
    if (argument.N()) {
      parameter.repeat = static_cast<int32_t>(*argument.N());
    }
  }
  if (argument.default_value()) {
    parameter.has_default = true;
    parameter.fallback = *argument.default_value();
  }
  return parameter;
}

[[noreturn]] void refuse(const Operator& op, size_t index, const char* given) {
  std::ostringstream schema;
  schema << op.handle.schema();
  const auto& argument = op.handle.schema().arguments().at(index);
  TORCH_CHECK(false, "argument '", argument.name(), "' must be ", argument.type()->str(), ", not ", given, ", in ", schema.str());
}

c10::IValue number_list(const double* values, int32_t count) {
  c10::impl::GenericList list(c10::NumberType::get());
  for (int32_t i = 0; i < count; i++) {
    list.push_back(c10::IValue(values[i]));
  }
  return c10::IValue(std::move(list));
}

template <class T, class Source>
c10::IValue list_of(const Source* values, int32_t count) {
  c10::List<T> list;
  list.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; i++) {
    list.push_back(static_cast<T>(values[i]));
  }
  return c10::IValue(std::move(list));
}

template <class T>
c10::IValue repeated(T value, int32_t count) {
  c10::List<T> list;
  for (int32_t i = 0; i < count; i++) {
    list.push_back(value);
  }
  return c10::IValue(std::move(list));
}

c10::IValue tensor_list(const Value& value, bool optional) {
  auto* const* handles = static_cast<void* const*>(value.p);
  if (optional) {
    c10::List<OptionalTensor> list;
    list.reserve(static_cast<size_t>(value.aux));
    for (int32_t i = 0; i < value.aux; i++) {
      list.push_back(handles[i] ? OptionalTensor(share(handles[i])) : OptionalTensor());
    }
    return c10::IValue(std::move(list));
  }
  c10::List<at::Tensor> list;
  list.reserve(static_cast<size_t>(value.aux));
  for (int32_t i = 0; i < value.aux; i++) {
    TORCH_CHECK(handles[i], "tensor ", i, " of a list is null");
    list.push_back(share(handles[i]));
  }
  return c10::IValue(std::move(list));
}

// What the schema's parameter wants, from what the caller gave: numbers widen, one number fills a list of fixed length, none stands
// for the default. Everything else must match, since kernels only assert.
c10::IValue convert(const Operator& op, size_t index, const Value& value) {
  const Parameter& parameter = op.parameters[index];
  const bool any = parameter.kind == Kind::Other;
  const bool list = parameter.kind == Kind::List;
  switch (value.tag) {
    case TagNone:
      if (parameter.has_default) {
        return parameter.fallback;
      }
      if (parameter.optional || any) {
        return c10::IValue();
      }
      refuse(op, index, "none");
    case TagTensor:
      if (parameter.kind == Kind::Tensor || any) {
        return c10::IValue(share(value.p));
      }
      refuse(op, index, "a tensor");
    case TagInt:
      if (parameter.kind == Kind::Int || parameter.kind == Kind::Number || any) {
        return c10::IValue(value.i);
      }
      if (parameter.kind == Kind::Double) {
        return c10::IValue(static_cast<double>(value.i));
      }
      if (list && parameter.element == Kind::Int) {
        return repeated<int64_t>(value.i, parameter.repeat);
      }
      if (list && parameter.element == Kind::Double) {
        return repeated<double>(static_cast<double>(value.i), parameter.repeat);
      }
      refuse(op, index, "an integer");
    case TagDouble:
      if (parameter.kind == Kind::Double || parameter.kind == Kind::Number || any) {
        return c10::IValue(value.d);
      }
      if (list && parameter.element == Kind::Double) {
        return repeated<double>(value.d, parameter.repeat);
      }
      refuse(op, index, "a floating-point number");
    case TagBool:
      if (parameter.kind == Kind::Bool || parameter.kind == Kind::Number || any) {
        return c10::IValue(value.i != 0);
      }
      refuse(op, index, "a bool");
    case TagComplex:
      if (parameter.kind == Kind::Number || any) {
        const auto* parts = static_cast<const double*>(value.p);
        return c10::IValue(at::Scalar(c10::complex<double>(parts[0], parts[1])));
      }
      refuse(op, index, "a complex number");
    case TagString:
      if (parameter.kind == Kind::String || any) {
        return c10::IValue(std::string(static_cast<const char*>(value.p), static_cast<size_t>(value.aux)));
      }
      refuse(op, index, "a string");
    case TagDevice:
      if (parameter.kind == Kind::Device || any) {
        return c10::IValue(c10::Device(static_cast<c10::DeviceType>(value.i), static_cast<c10::DeviceIndex>(value.aux)));
      }
      refuse(op, index, "a device");
    case TagGenerator:
      if (parameter.kind == Kind::Generator || any) {
        return c10::IValue(share_generator(value.p));
      }
      refuse(op, index, "a generator");
    case TagTensorList:
    case TagOptionalTensorList:
      if (list && parameter.element == Kind::Tensor) {
        return tensor_list(value, parameter.optional_element);
      }
      refuse(op, index, "a list of tensors");
    case TagIntList:
      if (list && parameter.element == Kind::Int) {
        return list_of<int64_t>(static_cast<const int64_t*>(value.p), value.aux);
      }
      if (list && parameter.element == Kind::Double) {
        return list_of<double>(static_cast<const int64_t*>(value.p), value.aux);
      }
      refuse(op, index, "a list of integers");
    case TagDoubleList:
      if (list && parameter.element == Kind::Double) {
        return list_of<double>(static_cast<const double*>(value.p), value.aux);
      }
      if (list && parameter.element == Kind::Number) {
        return number_list(static_cast<const double*>(value.p), value.aux);
      }
      refuse(op, index, "a list of floating-point numbers");
    case TagBoolList:
      if (list && parameter.element == Kind::Bool) {
        return list_of<bool>(static_cast<const uint8_t*>(value.p), value.aux);
      }
      refuse(op, index, "a list of bools");
    default:
      refuse(op, index, "a value of unknown kind");
  }
}

template <class T, class Source>
void* copy_out(const Source& source) {
  auto* memory = static_cast<T*>(std::malloc(std::max<size_t>(source.size(), 1) * sizeof(T)));
  if (!memory) {
    throw std::bad_alloc();
  }
  for (size_t i = 0; i < source.size(); i++) {
    memory[i] = source.get(i);
  }
  return memory;
}

// Lists and strings of results are allocated with malloc and freed by the caller with st_free_memory.
Value to_value(c10::IValue&& result) {
  Value value{};
  if (result.isTensor()) {
    return to_value(std::move(result).toTensor());
  }
  if (result.isInt()) {
    value.tag = TagInt;
    value.i = result.toInt();
  } else if (result.isDouble()) {
    value.tag = TagDouble;
    value.d = result.toDouble();
  } else if (result.isBool()) {
    value.tag = TagBool;
    value.i = result.toBool() ? 1 : 0;
  } else if (result.isComplexDouble()) {
    const auto number = result.toComplexDouble();
    auto* parts = static_cast<double*>(std::malloc(2 * sizeof(double)));
    if (!parts) {
      throw std::bad_alloc();
    }
    parts[0] = number.real();
    parts[1] = number.imag();
    value.tag = TagComplex;
    value.p = parts;
  } else if (result.isTensorList()) {
    const auto tensors = result.toTensorVector();
    auto** handles = static_cast<void**>(std::malloc(std::max<size_t>(tensors.size(), 1) * sizeof(void*)));
    if (!handles) {
      throw std::bad_alloc();
    }
    for (size_t i = 0; i < tensors.size(); i++) {
      handles[i] = release(tensors[i]);
    }
    value.tag = TagTensorList;
    value.aux = static_cast<int32_t>(tensors.size());
    value.p = handles;
  } else if (result.isIntList()) {
    const auto list = result.toIntList();
    value.tag = TagIntList;
    value.aux = static_cast<int32_t>(list.size());
    value.p = copy_out<int64_t>(list);
  } else if (result.isDoubleList()) {
    const auto list = result.toDoubleList();
    value.tag = TagDoubleList;
    value.aux = static_cast<int32_t>(list.size());
    value.p = copy_out<double>(list);
  } else if (result.isString()) {
    const std::string& text = result.toStringRef();
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (!copy) {
      throw std::bad_alloc();
    }
    std::memcpy(copy, text.c_str(), text.size() + 1);
    value.tag = TagString;
    value.aux = static_cast<int32_t>(text.size());
    value.p = copy;
  } else {
    TORCH_CHECK(result.isNone(), "a result of kind ", result.tagKind(), " is not supported");
  }
  return value;
}

// The stack of a thread keeps its memory from call to call. It is taken out while in use, so that a call inside a call (a backward
// hook, a release callback) gets its own.
thread_local std::vector<c10::IValue> spare_stack;

class StackLease {
 public:
  StackLease() : stack(std::move(spare_stack)) { stack.clear(); }
  ~StackLease() {
    stack.clear();
    spare_stack = std::move(stack);
  }
  StackLease(const StackLease&) = delete;
  StackLease& operator=(const StackLease&) = delete;
  std::vector<c10::IValue> stack;
};

}  // namespace
