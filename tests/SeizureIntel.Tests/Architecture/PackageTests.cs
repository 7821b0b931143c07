using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

public sealed class PackageTests
{
    // What code shows of a package whose namespace is not its name.
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["DuckDB.NET.Data.Full"] = "using DuckDB.NET.Data",
        ["Microsoft.EntityFrameworkCore.Sqlite"] = ".UseSqlite(",
        ["Microsoft.EntityFrameworkCore.SqlServer"] = ".UseSqlServer(",
        ["Microsoft.Extensions.Logging.Abstractions"] = "using Microsoft.Extensions.Logging",
        ["OpenTelemetry.Exporter.OpenTelemetryProtocol"] = ".AddOtlpExporter(",
        ["OpenTelemetry.Extensions.Hosting"] = ".AddOpenTelemetry(",
        ["OpenTelemetry.Instrumentation.AspNetCore"] = ".AddAspNetCoreInstrumentation(",
        ["PdfPig"] = "using UglyToad.PdfPig",
        ["Testcontainers"] = "using DotNet.Testcontainers",
        ["xunit.v3"] = "using Xunit",
    };

    // What finds and runs tests, and reads code: no code calls them.
    private static readonly string[] Tools = ["Microsoft.NET.Test.Sdk", "xunit.runner.visualstudio"];

    // What the product was commissioned with: each is there, and has its place.
    private static readonly (string Package, string Project)[] Commissioned =
    [
        ("Microsoft.EntityFrameworkCore.Sqlite", "src/SeizureIntel.Storage"),
        ("Microsoft.EntityFrameworkCore.SqlServer", "src/SeizureIntel.SqlServer"),
        ("Elastic.Clients.Elasticsearch", "src/SeizureIntel.Search"),
        ("Microsoft.ML", "src/SeizureIntel.Reading"),
        ("ScottPlot", "src/SeizureIntel.Reporting"),
        ("AutoMapper", "src/SeizureIntel.Workbench"),
        ("xunit.v3", "tests/SeizureIntel.Tests"),
        ("Testcontainers", "tests/SeizureIntel.Tests"),
        ("Testcontainers.MsSql", "tests/SeizureIntel.Tests"),
    ];

    private static IEnumerable<(string Folder, string Package)> References =>
        House
            .Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(f =>
                XDocument
                    .Load(Path.Combine(House.Root, f))
                    .Descendants("PackageReference")
                    .Select(r => (Path.GetDirectoryName(f)!.Replace('\\', '/'), r.Attribute("Include")!.Value))
            );

    [Fact]
    public void Every_package_that_a_project_names_is_used_by_its_code()
    {
        (string Folder, string Package)[] references = [.. References.Where(r => !Tools.Contains(r.Package))];
        Assert.True(references.Length > 20, "Too few packages for this test to mean anything.");
        Assert.Empty(references.Where(r => !IsUsed(r.Folder, r.Package)).Select(r => $"{r.Folder}: {r.Package}"));
    }

    [Fact]
    public void What_the_product_was_commissioned_with_has_its_place() =>
        Assert.Empty(Commissioned.Select(c => (c.Project, c.Package)).Except(References));

    [Fact]
    public void A_version_is_stated_for_no_package_that_nobody_names()
    {
        // Pins of what packages bring along stand in the lock files.
        HashSet<string> named =
        [
            .. References.Select(r => r.Package),
            .. House
                .Files.Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal))
                .SelectMany(f => House.Lines(f).Where(l => l.Contains("\": {", StringComparison.Ordinal)))
                .Select(l => l.Trim().Split('"')[1]),
        ];
        string[] unnamed =
        [
            .. XDocument
                .Load(Path.Combine(House.Root, "Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Select(p => p.Attribute("Include")!.Value)
                .Where(p => !named.Contains(p, StringComparer.OrdinalIgnoreCase)),
        ];
        Assert.Empty(unnamed);
    }

    private static bool IsUsed(string folder, string package)
    {
        string sign = Signs.GetValueOrDefault(package, "using " + package);
        return House
            .Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !House.IsGenerated(f))
            .Concat(Linked(folder))
            .Any(f => House.Lines(f).Any(l => Names(l, sign)));
    }

    // Files of another project that this one compiles as well.
    private static IEnumerable<string> Linked(string folder) =>
        XDocument
            .Load(Directory.GetFiles(Path.Combine(House.Root, folder), "*.csproj").Single())
            .Descendants("Compile")
            .Select(c => Path.Combine(folder, c.Attribute("Include")!.Value));

    // A namespace is named whole: Testcontainers is not Testcontainers.MsSql's.
    private static bool Names(string line, string sign)
    {
        if (!sign.StartsWith("using ", StringComparison.Ordinal))
            return line.Contains(sign, StringComparison.Ordinal);
        return line.StartsWith(sign, StringComparison.Ordinal) && line.Length > sign.Length && line[sign.Length] is (';' or '.');
    }
}
