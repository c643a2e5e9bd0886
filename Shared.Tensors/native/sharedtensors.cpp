// The C interface through which Shared.Tensors uses libtorch: any operator by name through the boxed dispatcher, and beside it only
// what is not an operator (memory, metadata, autograd, generators, devices). Compiles against libtorch 1.13 and 2.x.
//
// Conventions: functions that can fail return 0 or an error code, and st_error() then returns the message of the calling thread.
// No exception crosses the boundary. A tensor handle is a c10::TensorImpl* that owns one reference; a generator handle likewise.

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/DeviceGuard.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#if __has_include(<torch/version.h>)
#include <torch/version.h>
#else
#include <torch/headeronly/version.h>
#endif

#include <dlfcn.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <sstream>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#define ST_API extern "C" __attribute__((visibility("default")))

namespace {

// Raise with every change of a signature or a struct; the managed side refuses another number.
constexpr int32_t kAbiVersion = 1;

enum Tag : int32_t {
  TagNone = 0,
  TagTensor = 1,
  TagInt = 2,
  TagDouble = 3,
  TagBool = 4,
  TagComplex = 5,
  TagString = 6,
  TagDevice = 7,
  TagGenerator = 8,
  TagTensorList = 9,
  TagOptionalTensorList = 10,
  TagIntList = 11,
  TagDoubleList = 12,
  TagBoolList = 13,
};

// One argument or result. aux: the length of a list or string (bytes); the index of a device; for a tensor that is a result, the
// KiB of storage that only this tensor holds (so that the managed side can tell its collector).
struct Value {
  int32_t tag;
  int32_t aux;
  union {
    int64_t i;
    double d;
    void* p;
  };
};
static_assert(sizeof(Value) == 16, "the managed side lays this struct out too");

struct Info {
  void* data;
  const int64_t* sizes;
  const int64_t* strides;
  int64_t numel;
  int64_t storage_offset;
  int64_t item_size;
  int32_t dim;
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t layout;
  int32_t flags;
};

enum InfoFlags : int32_t {
  FlagRequiresGrad = 1,
  FlagLeaf = 2,
  FlagContiguous = 4,
  FlagHasGrad = 8,
  FlagConjugate = 16,
  FlagNegative = 32,
  FlagInference = 64,
};

enum ErrorCode : int { Ok = 0, TorchError = 1, OutOfMemory = 2, OtherError = 3 };

thread_local std::string last_error;
std::atomic<int64_t> live_handles{0};
std::atomic<int64_t> peak_handles{0};

template <class Body>
int guarded(Body&& body) noexcept {
  try {
    body();
    return Ok;
  } catch (const c10::Error& error) {
    last_error = error.what_without_backtrace();
    return TorchError;
  } catch (const std::bad_alloc&) {
    last_error = "out of memory";
    return OutOfMemory;
  } catch (const std::exception& error) {
    last_error = error.what();
    return OtherError;
  } catch (...) {
    last_error = "unknown C++ exception";
    return OtherError;
  }
}

// ---- memory ------------------------------------------------------------------------------------------------------------------------

// Keeps freed blocks of CPU tensors for the next tensor of about that size. libtorch's own allocator goes to malloc each time, which
// gives large blocks back to the kernel, whose page faults cost ten times an addition of a million floats; and where a small tensor
// that nobody disposed lies between two blocks, glibc before 2.38 takes new memory for every aligned block instead of the freed one.
class CachingAllocator final : public c10::Allocator {
 public:
  // The two forms of two generations of libtorch; one of them overrides.
  c10::DataPtr allocate(size_t bytes) { return take(bytes); }
  c10::DataPtr allocate(size_t bytes) const { return take(bytes); }
  void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &give_back; }

 private:
  // Lies before the elements, in a cache line of its own.
  struct alignas(64) Block {
    Block* next;
    uint32_t size_class;
  };

  struct SizeClass {
    std::mutex gate;
    Block* free = nullptr;
  };

  // Four sizes to an octave, from 64 bytes to 256 MiB; larger blocks are not kept, nor more than this in all.
  static constexpr uint32_t size_classes = 84;
  static constexpr uint32_t not_kept = size_classes;
  static constexpr int64_t most_kept_bytes = int64_t{256} << 20;

  // Never destroyed: tensors may be freed while the process ends.
  static SizeClass* classes() {
    static auto* const all = new SizeClass[size_classes];
    return all;
  }

  static std::atomic<int64_t>& kept_bytes() {
    static std::atomic<int64_t> bytes{0};
    return bytes;
  }

  static size_t bytes_of(uint32_t size_class) {
    return size_class < 4 ? size_t{64} * (size_class + 1) : (size_t{5} + size_class % 4) << (6 + (size_class - 4) / 4);
  }

  static uint32_t class_of(size_t bytes) {
    if (bytes <= 256) {
      return static_cast<uint32_t>((bytes - 1) / 64);
    }
    const auto octave = static_cast<uint32_t>(63 - __builtin_clzll(bytes - 1));
    const auto quarter = static_cast<uint32_t>((bytes - 1) >> (octave - 2)) - 4;
    return std::min(4 + (octave - 8) * 4 + quarter, not_kept);
  }

  static c10::DataPtr take(size_t bytes) {
    const c10::Device cpu(c10::DeviceType::CPU);
    if (bytes == 0) {
      return {nullptr, nullptr, &give_back, cpu};
    }
    const uint32_t size_class = class_of(bytes);
    Block* block = size_class == not_kept ? nullptr : pop(size_class);
    if (!block) {
      const size_t size = sizeof(Block) + (size_class == not_kept ? bytes : bytes_of(size_class));
      void* memory = nullptr;
      TORCH_CHECK(posix_memalign(&memory, alignof(Block), size) == 0, "not enough memory for a tensor of ", bytes, " bytes");
      block = static_cast<Block*>(memory);
      block->size_class = size_class;
    }
    return {block + 1, block + 1, &give_back, cpu};
  }

  static void give_back(void* elements) {
    if (!elements) {
      return;
    }
    Block* block = static_cast<Block*>(elements) - 1;
    if (block->size_class == not_kept) {
      std::free(block);
    } else {
      push(block);
    }
  }

  static Block* pop(uint32_t size_class) {
    SizeClass& kept = classes()[size_class];
    const std::lock_guard<std::mutex> lock(kept.gate);
    Block* block = kept.free;
    if (block) {
      kept.free = block->next;
      kept_bytes().fetch_sub(static_cast<int64_t>(bytes_of(size_class)), std::memory_order_relaxed);
    }
    return block;
  }

  static void push(Block* block) {
    const auto bytes = static_cast<int64_t>(bytes_of(block->size_class));
    if (kept_bytes().fetch_add(bytes, std::memory_order_relaxed) + bytes > most_kept_bytes) {
      empty();
    }
    SizeClass& kept = classes()[block->size_class];
    const std::lock_guard<std::mutex> lock(kept.gate);
    block->next = kept.free;
    kept.free = block;
  }

  // All at once: sizes that are no longer used must not hold the place of those that are.
  static void empty() {
    for (uint32_t size_class = 0; size_class < size_classes; size_class++) {
      while (Block* block = pop(size_class)) {
        std::free(block);
      }
    }
  }
};

__attribute__((constructor)) void use_caching_allocator() {
  static auto* const allocator = new CachingAllocator();
  c10::SetCPUAllocator(allocator, /*priority=*/1);
}

// ---- handles ---------------------------------------------------------------------------------------------------------------------

using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

at::Tensor share(void* handle) {
  return at::Tensor(TensorPointer::reclaim_copy(static_cast<c10::TensorImpl*>(handle)));
}

at::Generator share_generator(void* handle) {
  return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

void* release(at::Tensor tensor) {
  if (!tensor.defined()) {
    return nullptr;
  }
  const int64_t live = live_handles.fetch_add(1, std::memory_order_relaxed) + 1;
  if (live > peak_handles.load(std::memory_order_relaxed)) {
    peak_handles.store(live, std::memory_order_relaxed);
  }
  return tensor.unsafeReleaseTensorImpl();
}

int32_t exclusive_kilobytes(const at::Tensor& tensor) {
  const c10::TensorImpl* impl = tensor.unsafeGetTensorImpl();
  if (!impl->has_storage() || !impl->is_cpu()) {
    return 0;
  }
  const auto& storage = impl->storage();
  if (storage.use_count() != 1) {
    return 0;
  }
  return static_cast<int32_t>(std::min<size_t>(storage.nbytes() >> 10, 0x7fffffff));
}

std::vector<at::Tensor> share_all(void* const* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; i++) {
    tensors.push_back(handles[i] ? share(handles[i]) : at::Tensor());
  }
  return tensors;
}

// ---- operators -------------------------------------------------------------------------------------------------------------------

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
    at::Tensor tensor = std::move(result).toTensor();
    if (tensor.defined()) {
      value.tag = TagTensor;
      value.aux = exclusive_kilobytes(tensor);
      value.p = release(std::move(tensor));
    }
  } else if (result.isInt()) {
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

ST_API int32_t st_abi_version() { return kAbiVersion; }

ST_API const char* st_error() { return last_error.c_str(); }

ST_API const char* st_libtorch_version() { return TORCH_VERSION; }

// Written for people: compiler, BLAS, threads and instruction sets that libtorch was built with. Freed with st_free_memory.
ST_API char* st_describe_build() {
  char* copy = nullptr;
  guarded([&] { copy = strdup((at::show_config() + "\n" + at::get_parallel_info()).c_str()); });
  return copy;
}

ST_API void st_free_memory(void* memory) { std::free(memory); }

// ---- operators -------------------------------------------------------------------------------------------------------------------

// Found operators live as long as the process.
ST_API int st_find_operator(const char* name, const char* overload, void** op) {
  return guarded([&] {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(found.has_value(), "this libtorch (", TORCH_VERSION, ") has no operator '", name,
                *overload ? "." : "", overload, "'");
    auto entry = std::make_unique<Operator>(Operator{*found, {}, makes_new_tensors(*found)});
    for (const auto& argument : found->schema().arguments()) {
      entry->parameters.push_back(describe(argument));
    }
    *op = entry.release();
  });
}

// Arguments left out at the end take their defaults. capacity 0: results are dropped.
ST_API int st_call(void* op, const Value* arguments, int32_t count, Value* results, int32_t capacity, int32_t* result_count) {
  return guarded([&] {
    const auto& entry = *static_cast<const Operator*>(op);
    TORCH_CHECK(static_cast<size_t>(count) <= entry.parameters.size(), "too many arguments: ", count, " for ", entry.handle.schema());
    StackLease lease;
    auto& stack = lease.stack;
    for (size_t i = 0; i < entry.parameters.size(); i++) {
      if (i < static_cast<size_t>(count)) {
        stack.push_back(convert(entry, i, arguments[i]));
      } else {
        const Parameter& parameter = entry.parameters[i];
        TORCH_CHECK(parameter.has_default || parameter.optional, "argument '", entry.handle.schema().arguments()[i].name(),
                    "' is missing in ", entry.handle.schema());
        stack.push_back(parameter.fallback);
      }
    }
    if (entry.makes_new_tensors && !c10::GradMode::is_enabled()) {
      const at::AutoDispatchBelowADInplaceOrView plain;
      entry.handle.callBoxed(&stack);
    } else {
      entry.handle.callBoxed(&stack);
    }
    *result_count = 0;
    if (capacity == 0) {
      return;
    }
    TORCH_CHECK(stack.size() <= static_cast<size_t>(capacity), stack.size(), " results where at most ", capacity, " were expected of ",
                entry.handle.schema());
    for (auto& result : stack) {
      results[*result_count] = to_value(std::move(result));
      ++*result_count;
    }
  });
}

ST_API char* st_schema(void* op) {
  char* copy = nullptr;
  guarded([&] {
    std::ostringstream text;
    text << static_cast<const Operator*>(op)->handle.schema();
    copy = strdup(text.str().c_str());
  });
  return copy;
}

// ---- tensors ---------------------------------------------------------------------------------------------------------------------

ST_API int64_t st_live_tensors() { return live_handles.load(std::memory_order_relaxed); }

ST_API int64_t st_peak_tensors() { return peak_handles.load(std::memory_order_relaxed); }

ST_API void st_free(void* tensor) {
  if (tensor) {
    live_handles.fetch_sub(1, std::memory_order_relaxed);
    TensorPointer::reclaim(static_cast<c10::TensorImpl*>(tensor));
  }
}

ST_API void* st_alias(void* tensor) { return release(share(tensor)); }

ST_API int st_info(void* handle, Info* info) {
  return guarded([&] {
    const at::Tensor tensor = share(handle);
    const bool strided = tensor.layout() == at::kStrided;
    const auto device = tensor.device();
    info->sizes = tensor.sizes().data();
    info->strides = strided ? tensor.strides().data() : nullptr;
    info->data = strided && tensor.has_storage() && device.type() != at::kMeta ? tensor.data_ptr() : nullptr;
    info->numel = tensor.numel();
    info->storage_offset = strided ? tensor.storage_offset() : 0;
    info->item_size = static_cast<int64_t>(tensor.dtype().itemsize());
    info->dim = static_cast<int32_t>(tensor.dim());
    info->dtype = static_cast<int32_t>(tensor.scalar_type());
    info->device_type = static_cast<int32_t>(device.type());
    info->device_index = device.index();
    info->layout = static_cast<int32_t>(tensor.layout());
    info->flags = (tensor.requires_grad() ? FlagRequiresGrad : 0) | (tensor.is_leaf() ? FlagLeaf : 0) |
        (strided && tensor.is_contiguous() ? FlagContiguous : 0) | (tensor.is_leaf() && tensor.grad().defined() ? FlagHasGrad : 0) |
        (tensor.is_conj() ? FlagConjugate : 0) | (tensor.is_neg() ? FlagNegative : 0) | (tensor.is_inference() ? FlagInference : 0);
  });
}

// A tensor over the caller's memory. release null: the elements are copied and the memory is free again on return. Otherwise the
// tensor (CPU only) uses the memory itself and calls release(context) once, from any thread, when the last tensor over it is gone;
// when this function fails, release is not called.
ST_API int st_from_memory(void* data, const int64_t* sizes, int32_t dim, int32_t dtype, int32_t device_type, int32_t device_index,
                          void (*release_memory)(void*), void* context, void** tensor) {
  return guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    const auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    const at::IntArrayRef shape(sizes, static_cast<size_t>(dim));
    if (release_memory) {
      TORCH_CHECK(device.is_cpu(), "only a CPU tensor can use the caller's memory, not one on ", device);
      *tensor = release(at::from_blob(data, shape, [=](void*) { release_memory(context); }, options));
      return;
    }
    at::Tensor copy = at::empty(shape, options);
    if (copy.nbytes() > 0) {
      std::memcpy(copy.data_ptr(), data, copy.nbytes());
    }
    *tensor = release(device.is_cpu() ? std::move(copy) : copy.to(device));
  });
}

// The elements in row-major order, from whatever device and layout.
ST_API int st_copy_to_memory(void* handle, void* data, int64_t bytes) {
  return guarded([&] {
    const c10::AutoGradMode no_grad(false);
    const at::Tensor tensor = share(handle).detach().to(at::kCPU).resolve_conj().resolve_neg().contiguous();
    TORCH_CHECK(static_cast<int64_t>(tensor.nbytes()) == bytes, "the tensor holds ", tensor.nbytes(), " bytes, the buffer ", bytes);
    if (bytes > 0) {
      std::memcpy(data, tensor.data_ptr(), static_cast<size_t>(bytes));
    }
  });
}

ST_API int st_copy_from_memory(void* handle, void* data, int64_t bytes) {
  return guarded([&] {
    const c10::AutoGradMode no_grad(false);
    at::Tensor tensor = share(handle);
    const int64_t expected = tensor.numel() * static_cast<int64_t>(tensor.dtype().itemsize());
    TORCH_CHECK(expected == bytes, "the tensor holds ", expected, " bytes, the buffer ", bytes);
    tensor.copy_(at::from_blob(data, tensor.sizes(), at::TensorOptions().dtype(tensor.scalar_type())));
  });
}

// ---- autograd --------------------------------------------------------------------------------------------------------------------

// The gradient, or null.
ST_API int st_grad(void* handle, void** gradient) {
  return guarded([&] { *gradient = release(share(handle).grad()); });
}

ST_API int st_set_grad(void* handle, void* gradient) {
  return guarded([&] { share(handle).mutable_grad() = gradient ? share(gradient) : at::Tensor(); });
}

ST_API int st_set_requires_grad(void* handle, int32_t value) {
  return guarded([&] { share(handle).requires_grad_(value != 0); });
}

ST_API int st_retain_grad(void* handle) {
  return guarded([&] { share(handle).retain_grad(); });
}

// retain_graph below 0: as create_graph.
ST_API int st_backward(void* const* tensors, int32_t count, void* const* gradients, int32_t gradient_count, int32_t retain_graph,
                       int32_t create_graph, void* const* inputs, int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(share_all(tensors, count), share_all(gradients, gradient_count),
                              retain_graph < 0 ? create_graph != 0 : retain_graph != 0, create_graph != 0,
                              share_all(inputs, input_count));
  });
}

// results: one per input, null where an unused input is allowed.
ST_API int st_autograd_grad(void* const* outputs, int32_t output_count, void* const* inputs, int32_t input_count, void* const* gradients,
                            int32_t gradient_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(share_all(outputs, output_count), share_all(inputs, input_count),
                                       share_all(gradients, gradient_count),
                                       retain_graph < 0 ? create_graph != 0 : retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); i++) {
      results[i] = release(std::move(found[i]));
    }
  });
}

ST_API int32_t st_grad_enabled() { return c10::GradMode::is_enabled() ? 1 : 0; }

ST_API void st_set_grad_enabled(int32_t value) { c10::GradMode::set_enabled(value != 0); }

// A guard must end on the thread that began it, last begun first.
ST_API int st_begin_inference(int32_t value, void** guard) {
  return guarded([&] { *guard = new c10::InferenceMode(value != 0); });
}

ST_API void st_end_inference(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

ST_API int32_t st_inference_enabled() { return c10::InferenceMode::is_enabled() ? 1 : 0; }

// ---- random numbers --------------------------------------------------------------------------------------------------------------

// The default generators of the CPU and of every CUDA device.
ST_API int st_manual_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

namespace {
at::Generator default_generator(c10::Device device) {
  if (!device.is_cpu()) {
    at::empty({0}, at::TensorOptions().device(device));  // starts the device's runtime, under every version of libtorch
  }
  return at::globalContext().defaultGenerator(device);
}
}  // namespace

ST_API int st_generator_default(int32_t device_type, int32_t device_index, void** generator) {
  return guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    *generator = default_generator(device).unsafeReleaseGeneratorImpl();
  });
}

ST_API int st_generator_new(uint64_t seed, int32_t device_type, int32_t device_index, void** generator) {
  return guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    at::Generator created = device.is_cpu() ? at::detail::createCPUGenerator(seed) : default_generator(device).clone();
    created.set_current_seed(seed);
    *generator = created.unsafeReleaseGeneratorImpl();
  });
}

ST_API void st_generator_free(void* generator) {
  if (generator) {
    c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(generator));
  }
}

ST_API int st_generator_set_seed(void* handle, uint64_t seed) {
  return guarded([&] {
    at::Generator generator = share_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_current_seed(seed);
  });
}

// The seed it was last given.
ST_API int st_generator_get_seed(void* handle, uint64_t* seed) {
  return guarded([&] {
    at::Generator generator = share_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *seed = generator.current_seed();
  });
}

// Seeds from the system's source of randomness and returns the seed.
ST_API int st_generator_reseed(void* handle, uint64_t* seed) {
  return guarded([&] {
    at::Generator generator = share_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *seed = generator.seed();
  });
}

ST_API int st_generator_get_state(void* handle, void** state) {
  return guarded([&] {
    at::Generator generator = share_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    *state = release(generator.get_state());
  });
}

ST_API int st_generator_set_state(void* handle, void* state) {
  return guarded([&] {
    at::Generator generator = share_generator(handle);
    std::lock_guard<std::mutex> lock(generator.mutex());
    generator.set_state(share(state));
  });
}

// ---- threads and devices ---------------------------------------------------------------------------------------------------------

ST_API int32_t st_num_threads() { return at::get_num_threads(); }

ST_API int st_set_num_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}

ST_API int32_t st_num_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }

ST_API int st_set_num_interop_threads(int32_t count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

// 0 where libtorch was built without CUDA or there is no usable device.
ST_API int32_t st_cuda_device_count() {
  int32_t count = 0;
  guarded([&] {
    if (at::hasCUDA() && c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)) {
      count = static_cast<int32_t>(c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount());
    }
  });
  return count;
}

ST_API int32_t st_cudnn_available() {
  int32_t available = 0;
  guarded([&] { available = at::globalContext().hasCuDNN() ? 1 : 0; });
  return available;
}

// The CUDA runtime is looked up in the process, so that this file compiles without CUDA's headers.
ST_API int st_cuda_synchronize(int32_t device_index) {
  return guarded([&] {
    auto synchronize = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "cudaDeviceSynchronize"));
    TORCH_CHECK(synchronize, "the CUDA runtime is not loaded");
    const c10::DeviceGuard guard(c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(device_index)));
    const int status = synchronize();
    TORCH_CHECK(status == 0, "cudaDeviceSynchronize failed with error ", status);
  });
}

ST_API int st_cuda_memory(int32_t device_index, int64_t* free_bytes, int64_t* total_bytes) {
  return guarded([&] {
    auto query = reinterpret_cast<int (*)(size_t*, size_t*)>(dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    TORCH_CHECK(query, "the CUDA runtime is not loaded");
    const c10::DeviceGuard guard(c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(device_index)));
    size_t free_memory = 0;
    size_t total_memory = 0;
    const int status = query(&free_memory, &total_memory);
    TORCH_CHECK(status == 0, "cudaMemGetInfo failed with error ", status);
    *free_bytes = static_cast<int64_t>(free_memory);
    *total_bytes = static_cast<int64_t>(total_memory);
  });
}
