using CoalitionTracker.App;
using CoalitionTracker.Data;
using CoalitionTracker.Features.Agreements;
using CoalitionTracker.Features.Cards;
using CoalitionTracker.Features.Ceasefire;
using CoalitionTracker.Features.Changes;
using CoalitionTracker.Features.Countries;
using CoalitionTracker.Features.Counts;
using CoalitionTracker.Features.Editing;
using CoalitionTracker.Features.Explore;
using CoalitionTracker.Features.Funding;
using CoalitionTracker.Features.Home;
using CoalitionTracker.Features.Map;
using CoalitionTracker.Features.Matrix;
using CoalitionTracker.Features.Pledges;
using CoalitionTracker.Features.Preview;
using CoalitionTracker.Features.Review;
using CoalitionTracker.Features.Search;
using CoalitionTracker.Features.Sources;
using CoalitionTracker.Features.Statements;
using CoalitionTracker.Features.Timeline;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features;

/// <summary>What the features put into the container and beside their pages.</summary>
internal static class FeatureSetup
{
    public static void AddFeatures(this IServiceCollection services) =>
        services
            .AddSingleton<PledgeBooks>()
            .AddSingleton<PledgeList>()
            .AddSingleton<StatementList>()
            .AddSingleton<AgreementList>()
            .AddSingleton<SourceList>()
            .AddSingleton<Standings>()
            .AddSingleton<CountryList>()
            .AddSingleton<RecordCounts>()
            .AddSingleton<CountList>()
            .AddSingleton<PledgePivots>()
            .AddSingleton<FundingQueries>()
            .AddSingleton<CeasefireQueries>()
            .AddSingleton<MatrixList>()
            .AddSingleton<MapList>()
            .AddSingleton<TimelineBooks>()
            .AddSingleton<TimelineQueries>()
            .AddSingleton<CountryQueries>()
            .AddSingleton<SearchQueries>()
            .AddSingleton<HomeQueries>()
            .AddSingleton<ChangeLog>()
            .AddSingleton<ChangesReader>()
            .AddSingleton<ChangeDownloads>()
            .AddSingleton<ChangeFeeds>()
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
        app.MapDownloads<CountryList, CountryStanding, CountryStanding>("/countries", jsonByColumns: true);
        app.MapDownloads<MatrixList, CountryStanding, CountryStanding>("/matrix", jsonByColumns: true);
        app.MapDownloads<CountList, CountEntry, CountRow>("/counts", jsonByColumns: true);
        app.MapExploreDownloads();
        app.MapFundingDownloads();
        app.MapCeasefireDownloads();
        app.MapDownloads<MapList, CountryStanding, CountryStanding>("/map", jsonByColumns: true);
        app.MapTimelineDownloads();
        SearchQueries.MapDownloads(app);
        ChangeDownloads.Map(app);
        app.MapFeeds();
        app.MapRecordJson<Pledge>("/pledges");
        app.MapRecordJson<Statement>("/statements");
        app.MapRecordJson<Agreement>("/agreements");
        app.MapRecordJson<Source>("/sources");
        app.MapRecordJson<Country>("/countries");
        app.MapCards();
    }
}
