namespace Sdk.Tests.Documentation;

/// <summary>A piece of C# in a document.</summary>
/// <param name="File">The document, relative to the root.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Given">What the text around it has introduced: parameters as C# declares them, and after a semicolon each an alias of a type.</param>
/// <param name="Code">The code.</param>
internal sealed record Snippet(string File, int Line, string Given, string Code);
