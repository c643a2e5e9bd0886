namespace Lagom.Rl;

/// <summary>What a natural (an ace and a ten at once) is worth in <see cref="Blackjack"/>.</summary>
public enum BlackjackRules
{
    /// <summary>The player's natural wins against everything but the dealer's.</summary>
    SuttonBarto,

    /// <summary>A natural is worth as much as any other 21.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, and winning with a natural pays 1.5.</summary>
    NaturalPaysMore,
}
