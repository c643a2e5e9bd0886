namespace TorchSharp;

/// <summary>How <see cref="torch.cdist"/> computes Euclidean distances.</summary>
public enum compute_mode
{
    /// <summary>By a product of matrices where there are more than 25 rows: faster, less exact.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>Always by a product of matrices.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Always by the differences.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
