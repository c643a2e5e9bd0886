namespace SharedSource.Reports;

/// <summary>A drawing with the sentence that says what it shows.</summary>
/// <param name="Id">The anchor in the page.</param>
/// <param name="Title">What is drawn.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Caption">What is seen, with numbers; plain text.</param>
internal sealed record Figure(string Id, string Title, string Svg, string Caption);
