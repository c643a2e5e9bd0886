using System.Globalization;
using System.Text;

namespace ExpUtils;

/// <summary>Writes values as Python's <c>str</c> does; save paths and result files use that form.</summary>
internal static class PythonText
{
    /// <summary>Shortest digits that give the number back; exponent form below 1e-4 and from 1e16 on, with at least two exponent digits.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        if (value == 0)
            return double.IsNegative(value) ? "-0.0" : "0.0";

        (bool isNegative, string digits, int exponent) = Digits(value);
        string number = exponent is < -4 or >= 16 ? Exponent(digits, exponent) : Plain(digits, exponent);
        return isNegative ? "-" + number : number;
    }

    /// <summary>A text in quotes, as inside a list.</summary>
    public static string Quoted(string text)
    {
        char quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var quoted = new StringBuilder(text.Length + 2).Append(quote);
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                _ when letter == quote => quoted.Append('\\').Append(letter),
                < ' ' or '\u007f' => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append(quote).ToString();
    }

    // The value is 0.d1 d2 d3 ... times ten to the exponent + 1.
    private static (bool IsNegative, string Digits, int Exponent) Digits(double value)
    {
        string text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int zeros = digits.Length - digits.TrimStart('0').Length;
        return (value < 0, digits[zeros..].TrimEnd('0'), exponent - zeros);
    }

    private static string Exponent(string digits, int exponent)
    {
        string fraction = digits.Length > 1 ? $".{digits.AsSpan(1)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
            return $"0.{new string('0', -exponent - 1)}{digits}";
        return digits.Length <= exponent + 1
            ? $"{digits.PadRight(exponent + 1, '0')}.0"
            : $"{digits.AsSpan(0, exponent + 1)}.{digits.AsSpan(exponent + 1)}";
    }
}
