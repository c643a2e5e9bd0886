using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>A rule that changes parameters by their gradients.</summary>
        /// <remarks>An optimizer does not own its parameters: disposing it frees only its own state.</remarks>
        public abstract partial class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters with their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => Members;

            /// <summary>
            /// Removes the gradients of all parameters, so that the next backward starts anew; parameters that it does not reach have none,
            /// and the next step leaves them as they are.
            /// </summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                    NativeError.Check(NativeMethods.st_set_grad(parameter.Handle, 0));
            }

            /// <summary>Changes the parameters that have gradients.</summary>
            /// <param name="closure">Computes the loss and its gradients before the change; without it the gradients are there
            /// already.</param>
            /// <returns>What the closure returned; null without one.</returns>
            public virtual Tensor step(Func<Tensor>? closure = null)
            {
                var loss = Evaluate(closure);
                using (no_grad())
                    Advance();
                return loss!;
            }

            /// <summary>Adds a group of parameters; options that it leaves open are the optimizer's.</summary>
            /// <exception cref="ArgumentException">The group is empty, a parameter stands twice, or an option is out of its
            /// range.</exception>
            public virtual void add_param_group(ParamGroup param_group) =>
                throw new NotSupportedException($"{GetType().Name} has one group of parameters only.");

            /// <summary>Frees the state; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the state.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            private protected abstract IEnumerable<ILearningRateController> Groups { get; }

            private protected abstract IEnumerable<Parameter> Members { get; }

            /// <summary>The change itself, while nothing is recorded.</summary>
            private protected abstract void Advance();

            private protected static Tensor? Evaluate(Func<Tensor>? closure)
            {
                if (closure is null)
                    return null;
                using (enable_grad())
                    return closure();
            }
        }
    }
}
