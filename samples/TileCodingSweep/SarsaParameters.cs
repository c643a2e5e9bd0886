namespace TileCodingSweep;

/// <summary>The parameters of a run, as the experiment file names them.</summary>
/// <param name="Alpha">The step size, divided by the number of tilings when it is used.</param>
/// <param name="Lambda">How fast traces decay: 0 at once, 1 never.</param>
/// <param name="Epsilon">How often an action is drawn blindly.</param>
/// <param name="Tilings">How many tilings there are.</param>
/// <param name="Episodes">How many episodes are learnt from.</param>
internal sealed record SarsaParameters(double Alpha, double Lambda, double Epsilon, int Tilings, int Episodes);
