using CoalitionTracker.App;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Agreements;
using CoalitionTracker.Features.Cards;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Home;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Preview;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Features.Search;
using CoalitionTracker.Features.Sources;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features;

/// <summary>What the features put into the container and beside their pages.</summary>
internal static class FeatureSetup
{
    public static void AddFeatures(this IServiceCollection services) =>
        services
            .AddSingleton<PledgeList>()
            .AddSingleton<StatementList>()
            .AddSingleton<AgreementList>()
            .AddSingleton<SourceList>()
            .AddSingleton<CountryList>()
            .AddSingleton<CountryQueries>()
            .AddSingleton<SearchQueries>()
            .AddSingleton<HomeQueries>()
            .AddSingleton<DraftDesk>()
            .AddSingleton<Lookups>()
            .AddSingleton<DuplicateFinder>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<InboxQueries>()
            .AddSingleton<StaleDesk>()
            .AddSingleton<RestoreDesk>()
            .AddSingleton<PreviewQueries>()
            .AddSingleton<CardQueries>()
            .AddSingleton<CardStudio>()
            .AddSingleton<Freshness>();

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapTheme();
        app.MapDownloads<PledgeList, PledgeEntry, PledgeRow>("/pledges");
        app.MapDownloads<StatementList, StatementRow, StatementRow>("/statements");
        app.MapDownloads<AgreementList, AgreementRow, AgreementRow>("/agreements");
        app.MapDownloads<SourceList, SourceRow, SourceRow>("/sources");
        app.MapDownloads<CountryList, CountryRow, CountryRow>("/countries");
        SearchQueries.MapDownloads(app);
        app.MapRecordJson<Pledge>("/pledges");
        app.MapRecordJson<Statement>("/statements");
        app.MapRecordJson<Agreement>("/agreements");
        app.MapRecordJson<Source>("/sources");
        app.MapRecordJson<Country>("/countries");
        app.MapCards();
    }
}
