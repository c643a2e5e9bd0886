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

#include "allocator.h"
#include "operators.h"
#include "values.h"

#define ST_API extern "C" __attribute__((visibility("default")))

namespace {

// Raise with every change of a signature or a struct; the managed side refuses another number.
constexpr int32_t kAbiVersion = 1;

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
