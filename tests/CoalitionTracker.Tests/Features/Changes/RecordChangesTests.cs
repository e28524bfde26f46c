using CoalitionTracker.Data;
using CoalitionTracker.Features.Changes;
using CoalitionTracker.Tests.Support;

namespace CoalitionTracker.Tests.Features.Changes;

public sealed class RecordChangesTests
{
    [Fact]
    public void A_condition_is_called_by_its_kind_also_once_it_binds_one_pledger_only()
    {
        var pledge = Example.Pledge();
        pledge.Conditions = [new() { Kind = ConditionKind.Parliament, State = ConditionState.Unmet }];
        var before = RecordJson.Write(pledge);
        pledge.Conditions[0].Country = "JPN";

        var change = Assert.Single(RecordChanges.Between(before, RecordJson.Write(pledge)));

        Assert.Equal("conditions: parliament", change.Field);
        Assert.NotNull(change.Before);
        Assert.NotNull(change.After);
    }
}
