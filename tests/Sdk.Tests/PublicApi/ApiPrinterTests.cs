namespace Sdk.Tests.PublicApi;

public sealed class ApiPrinterTests
{
    [Test]
    public void Print_OfThisAssembly_WritesEveryKindOfMember()
    {
        string api = ApiPrinter.Print(typeof(ApiPrinterTests).Assembly);

        api.Should().Contain("abstract class Sdk.Tests.PublicApi.ApiPrinterTests.Sample<T> : IDisposable\n");
        foreach (string line in (string[])
            [
                "protected Sample<T>(int size = 3)",
                "const double Limit = 0.5",
                "event EventHandler<EventArgs> Changed",
                "protected abstract T Item { get; }",
                "required string Name { get; init; }",
                "static bool TryFind<K>(K key, out T found, params int[] hints)",
                "virtual void Dispose()",
            ])
        {
            api.Should().Contain($"    {line}\n");
        }

        api.Should().NotContain("Hidden");
    }

    public abstract class Sample<T>(int size = 3) : IDisposable
    {
        public const double Limit = 0.5;

        public event EventHandler<EventArgs>? Changed;

        public required string Name { get; init; }

        protected abstract T Item { get; }

        internal int Hidden => size;

        public static bool TryFind<K>(K key, out T? found, params int[] hints)
        {
            found = default;
            return key is null && hints.Length > 0;
        }

        public virtual void Dispose() => Changed?.Invoke(this, EventArgs.Empty);
    }
}
