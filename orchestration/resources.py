"""What the assets use: where the warehouse lives, and how frames rest between assets."""

from pathlib import Path

import polars as pl
from dagster import ConfigurableIOManager, ConfigurableResource, InputContext, OutputContext


class Workspace(ConfigurableResource):  # type: ignore[type-arg]
    """The folders of a deployment."""

    landing_dir: str = "data/landing"
    data_dir: str = "data"

    @property
    def landing(self) -> Path:
        folder = Path(self.landing_dir)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def data(self) -> Path:
        return Path(self.data_dir)


class QuarterParquet(ConfigurableIOManager):
    """Frames as Parquet, one file for each asset and fiscal quarter.

    A run may cover many quarters at once: a frame is split, and put together again, by the quarter at
    the end of `call_id`; rows without a call belong to `UNIDENTIFIED`.
    """

    folder: str = "data/.dagster/frames"

    def _path(self, asset: str, quarter: str) -> Path:
        return Path(self.folder) / asset / f"{quarter}.parquet"

    def handle_output(self, context: OutputContext, obj: pl.DataFrame) -> None:
        asset = context.asset_key.to_user_string()
        for quarter in context.asset_partition_keys:
            path = self._path(asset, quarter)
            path.parent.mkdir(parents=True, exist_ok=True)
            of_quarter(obj, [quarter]).write_parquet(path)

    def load_input(self, context: InputContext) -> pl.DataFrame:
        asset = context.asset_key.to_user_string()
        return pl.concat([pl.read_parquet(self._path(asset, quarter)) for quarter in context.asset_partition_keys])


UNIDENTIFIED = "unidentified"


def of_quarter(rows: pl.DataFrame, quarters: list[str]) -> pl.DataFrame:
    """The rows whose call reports one of some quarters."""
    return rows.filter(pl.col("call_id").str.slice(-6).fill_null(UNIDENTIFIED).is_in(quarters))
