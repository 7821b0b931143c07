using System;
using System.IO;
using System.Security.Cryptography;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Charts;

public sealed class ProvenanceTests
{
    [Theory]
    [InlineData("world.topojson")]
    [InlineData("country-points.csv")]
    public void The_maps_files_are_those_whose_provenance_is_told(string file)
    {
        string folder = Path.Combine(House.Root, "src", "SeizureIntel.Reporting", "Charts"),
            sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        Assert.Contains($"| {file} | {sum} |", File.ReadAllText(Path.Combine(folder, "PROVENANCE.md")), StringComparison.Ordinal);
    }
}
