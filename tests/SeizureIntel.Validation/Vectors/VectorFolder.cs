using System;

namespace SeizureIntel.Validation.Vectors;

/// <summary>One folder of reference vectors and the check that reads, computes and compares its files.</summary>
/// <param name="Name">Folder name below the vectors' folder.</param>
/// <param name="Check">Reads through the given access and reports every file through it.</param>
internal sealed record VectorFolder(string Name, Action<VectorFiles> Check);
