using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.CodeLists;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Lays the results of studies out as a bulletin. It computes nothing: every figure printed is a study's figure.</summary>
public sealed class BulletinBuilder(CodeListSet codes)
{
    /// <summary>A heading with fewer seizures and no finding gets no section of its own.</summary>
    public const int SeizuresForPage = 30;

    /// <summary>The bulletin of a request from the studies overview, coverage, trends, routes, concealment and small-arms, as far as they are there.</summary>
    public Bulletin Build(BulletinRequest request, IReadOnlyList<StudyResult> studies)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(studies);
        var words = new CodeWords(codes, request.Phrases);
        var shelf = new StudyShelf(LinkedDisclosure.Apply(studies), codes);
        int suppressBelow = studies.Count == 0 ? 0 : studies.Max(s => s.Scope.SuppressBelow);
        var numbers = new EditionNumbers(suppressBelow, request.Phrases);
        var register = new FigureRegister(suppressBelow);
        var tables = new TableLayout(words, register);
        (DateOnly, DateOnly) period = (request.From, request.To);
        var statements = new StatementLayout(words, register, period);
        var charts = new List<Chart>();

        IReadOnlyList<BulletinStatement> bottomLine = BottomLine.Of(shelf, statements, request, numbers);
        List<BulletinSection> sections =
        [
            CoverageSection.Box(request, shelf, words, numbers),
            KeyFiguresSection.Of(shelf, tables),
            CoverageSection.Details(shelf, words, tables, charts),
            PictureSection.Of(shelf, words, charts, isNarrow: !request.IsForPages),
            SmallArmsSection.Of(shelf, tables, statements),
            .. HeadingSections.Of(shelf, words, tables, statements, charts),
            RequestsSection.Of(request, shelf, statements),
            MethodSection.Of(request, shelf),
            AnnexSection.Of(shelf, tables),
        ];
        register.IsScreenOnly = true;
        if (AnnexSection.Details(shelf, words, tables) is { } details)
            sections.Add(details);
        BulletinBanner banner = Banner(request);
        var bulletin = new Bulletin
        {
            Id = "",
            Banner = banner,
            BottomLine = bottomLine,
            Sections = sections,
            Figures = register.Figures,
            Evidence = register.Evidence,
            Charts = [.. charts.Select(c => c with { Words = request.Phrases.ChartWords })],
        };
        return bulletin with { Id = IdOf(bulletin) };
    }

    private static BulletinBanner Banner(BulletinRequest request)
    {
        string region = request.Region ?? request.Phrases.Say("All reporters");
        return new BulletinBanner
        {
            Title = $"Seizure bulletin: {region}, {PeriodWords.Span(request.From, request.To)}",
            Marking = request.Marking.Label(),
            ProductNumber = request.ProductNumber ?? DerivedNumber(region, request),
            Region = region,
            From = request.From,
            To = request.To,
            DataCutOff = request.DataCutOff,
            IssuedOn = request.IssuedOn,
            Originator = request.Originator,
        };
    }

    private static string DerivedNumber(string region, BulletinRequest request)
    {
        string name = string.Concat(region.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string period = PeriodWords.Span(request.From, request.To) is { Length: 4 } year
            ? year
            : string.Create(CultureInfo.InvariantCulture, $"{request.From:yyyyMMdd}-{request.To:yyyyMMdd}");
        return $"{string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries))}/{period}";
    }

    private static string IdOf(Bulletin bulletin)
    {
        Bulletin undated = bulletin with { Banner = bulletin.Banner with { IssuedOn = default } };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BulletinJson.Write(undated))))[..16];
    }
}
