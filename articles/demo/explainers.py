"""All demo explainers, the main one first, each with its body in both languages under the same block keys."""

from articles.demo import (
    explainer_digital_agency,
    explainer_government_cloud,
    explainer_moving,
    explainer_my_number_card,
    explainer_mynaportal,
    explainer_nft,
    explainer_stablecoins,
    explainer_vrs,
)

EXPLAINERS = [
    explainer_digital_agency.EXPLAINER,
    explainer_vrs.EXPLAINER,
    explainer_mynaportal.EXPLAINER,
    explainer_moving.EXPLAINER,
    explainer_stablecoins.EXPLAINER,
    explainer_nft.EXPLAINER,
    explainer_my_number_card.EXPLAINER,
    explainer_government_cloud.EXPLAINER,
]
