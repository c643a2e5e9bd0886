using System.Globalization;
using System.Text;
using Layg.Sampling;

namespace LaygEnsembleSampler;

/// <summary>Draws a two-dimensional chain as an SVG picture in which the samples appear in the order they were made.</summary>
internal static class ChainAnimation
{
    private const int Size = 640;
    private const int Margin = 40;
    private const int Seconds = 10;
    private const int EveryStep = 5;

    public static string Draw(Chain chain)
    {
        double extent = 0;
        foreach (double coordinate in chain.Positions)
            extent = Math.Max(extent, Math.Abs(coordinate));
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" font-family="sans-serif" font-size="13">
            <style>
              circle {"{"} opacity: 0; animation: appear 0.3s forwards; {"}"}
              .exact {"{"} fill: #d55e00; {"}"} .emulated {"{"} fill: #0072b2; {"}"}
              @keyframes appear {"{"} to {"{"} opacity: 0.55; {"}"} {"}"}
            </style>
            <rect width="{Size}" height="{Size}" fill="white"/>
            <rect x="{Margin}" y="{Margin}" width="{Size - 2 * Margin}" height="{Size - 2 * Margin}" fill="none" stroke="#888"/>
            <text x="{Margin}" y="26">{chain.Walkers} walkers, {chain.Steps} steps, every {EveryStep}th drawn — orange: exact, blue: emulated</text>
            <text x="{Size / 2}" y="{Size - 12}" text-anchor="middle">x₀, from {-extent:F1} to {extent:F1}</text>
            <text x="16" y="{Size / 2}" text-anchor="middle" transform="rotate(-90 16 {Size / 2})">x₁, from {-extent:F1} to {extent:F1}</text>
            """);
        int exact = chain.BlobNames.ToList().IndexOf("exact");
        for (int step = 0; step < chain.Steps; step += EveryStep)
        {
            for (int walker = 0; walker < chain.Walkers; walker++)
            {
                ReadOnlySpan<double> position = chain.Position(step, walker);
                string kind = chain.Blob(step, walker)[exact] == 1 ? "exact" : "emulated";
                svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle class="{kind}" cx="{Pixel(position[0]):F1}" cy="{Size - Pixel(position[1]):F1}" r="2" style="animation-delay:{(double)Seconds * step / chain.Steps:F2}s"/>""");
            }
        }

        return svg.AppendLine("</svg>").ToString();

        double Pixel(double coordinate) => Margin + ((coordinate / extent + 1) / 2 * (Size - 2 * Margin));
    }
}
