using Spectre.Console;

namespace SampleSupport;

/// <summary>Asks people.</summary>
internal static class Question
{
    /// <summary>Asks until the answer begins with y or n; an empty one asks again.</summary>
    public static bool YesOrNo(string question, IAnsiConsole console)
    {
        string answer = console.Prompt(new TextPrompt<string>($"{question.EscapeMarkup()} [dim](y/n)[/]")
            .Validate(text => text.Trim() is ['y' or 'Y' or 'n' or 'N', ..] ? ValidationResult.Success() : ValidationResult.Error("Answer y or n.")));
        return answer.Trim()[0] is 'y' or 'Y';
    }
}
